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

mod heights;
mod tides;
pub mod types;

/// The calls: what the document calls each, where it goes, and the method that makes it.
///
/// | operation | title | path | answer | method |
/// | --- | --- | --- | --- | --- |
/// | `measure` | Measure a tide | `POST /tides` | whole | [`measure`](crate::Client::measure) |
/// | `heights` | List heights | `GET /heights` | whole | [`heights`](crate::Client::heights) |
/// | `forget` | | `DELETE /heights` | whole | [`forget`](crate::Client::forget) |
///
/// Credentials:
///
/// - `key`: The key of a harbour.
pub mod endpoints {
    pub use super::heights::{Forget, Heights};
    pub use super::tides::Measure;
}

/// What the document says of the API as a whole.
pub(crate) const API: crate::runtime::Api = crate::runtime::Api {
    title: "Tides",
    version: "1",
    base_url: None,
    retired: None,
    servers: &[],
    env_prefix: "TIDES",
    secured: true,
    schemes: &[
        crate::runtime::Scheme {
            name: "key",
            kind: crate::runtime::SchemeKind::HeaderKey("X-Key"),
            variable: None,
        },
    ],
    sign: Some(crate::runtime::sign),
};
