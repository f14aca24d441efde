// Written by `cargo xtask generate`; change the schema and run it again.
//! Tides, version `1`.

#![allow(
    clippy::enum_variant_names, clippy::fn_params_excessive_bools, clippy::large_enum_variant,
    clippy::large_types_passed_by_value, clippy::module_inception, clippy::should_implement_trait,
    clippy::similar_names, clippy::struct_excessive_bools, clippy::struct_field_names,
    clippy::too_many_arguments, clippy::too_many_lines, clippy::type_complexity,
    clippy::wrong_self_convention,
    reason = "names and shapes are the document's"
)]

mod moons;
mod tides;
pub mod types;

/// The calls: what the document calls each, where it goes, and the method that makes it.
///
/// | operation | path | answer | method |
/// | --- | --- | --- | --- |
/// | `tides` | `GET /tides` | whole | [`tides`](crate::Client::tides) |
/// | `moons` | `GET /moons` | whole | [`moons`](crate::Client::moons) |
///
/// Servers:
///
/// - `https://{harbour}`: The base URL has to be given. Variable `harbour`: The host of the harbour.
/// - `https://{region}.tides.example/{version}`: By region. Variable `region`, `eu` unless said, else `us`. Variable `version`, `v1` unless said: The version of the API.
pub mod endpoints {
    pub use super::moons::Moons;
    pub use super::tides::Tides;
}

/// What the document says of the API as a whole.
pub(crate) const API: crate::runtime::Api = crate::runtime::Api {
    title: "Tides",
    version: "1",
    base_url: None,
    retired: None,
    servers: &["https://unknown", "https://eu.tides.example/v1"],
    env_prefix: "TIDES",
    secured: false,
    schemes: &[],
    sign: None,
};
