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

mod apart;
mod sizes;
mod texts;
mod words;
pub mod types;

/// The calls: what the document calls each, where it goes, and the method that makes it.
///
/// | operation | path | answer | method |
/// | --- | --- | --- | --- |
/// | `texts` | `POST /texts` | whole | [`texts`](crate::Client::texts) |
/// | `words` | `POST /words` | whole | [`words`](crate::Client::words) |
/// | `sizes` | `POST /sizes` | whole | [`sizes`](crate::Client::sizes) |
/// | `apart` | `POST /apart` | whole | [`apart`](crate::Client::apart) |
pub mod endpoints {
    pub use super::apart::ApartEndpoint;
    pub use super::sizes::SizesEndpoint;
    pub use super::texts::TextsEndpoint;
    pub use super::words::WordsEndpoint;
}

/// What the document says of the API as a whole.
pub(crate) const API: crate::runtime::Api = crate::runtime::Api {
    title: "Tides",
    version: "1",
    base_url: None,
    retired: None,
    servers: &[],
    env_prefix: "TIDES",
    secured: false,
    schemes: &[],
    sign: None,
};
