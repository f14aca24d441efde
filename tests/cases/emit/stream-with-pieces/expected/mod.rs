// Written by `cargo xtask generate`; change the schema and run it again.
//! Talk API, version `1`.

#![allow(
    clippy::enum_variant_names, clippy::fn_params_excessive_bools, clippy::large_enum_variant,
    clippy::large_types_passed_by_value, clippy::module_inception, clippy::should_implement_trait,
    clippy::similar_names, clippy::struct_excessive_bools, clippy::struct_field_names,
    clippy::too_many_arguments, clippy::too_many_lines, clippy::type_complexity,
    clippy::wrong_self_convention,
    reason = "names and shapes are the document's"
)]

mod talk;
pub mod types;

/// The calls: what the document calls each, where it goes, and the method that makes it.
///
/// | operation | title | path | answer | method |
/// | --- | --- | --- | --- | --- |
/// | `talk` | Talk | `POST /talk` | whole | [`talk`](crate::Client::talk) |
/// | `talk` | Talk Stream | `POST /talk` | stream | [`talk_stream`](crate::Client::talk_stream) |
///
/// Servers:
///
/// - `https://{region}.example.com`: Variable `region`, `eu` unless said.
pub mod endpoints {
    pub use super::talk::Talk;
}

/// What the document says of the API as a whole.
pub(crate) const API: crate::runtime::Api = crate::runtime::Api {
    title: "Talk API",
    version: "1",
    base_url: Some("https://eu.example.com"),
    retired: None,
    servers: &["https://eu.example.com"],
    env_prefix: "TALK",
    secured: false,
    schemes: &[
        crate::runtime::Scheme {
            name: "Key",
            kind: crate::runtime::SchemeKind::HeaderKey("X-KEY"),
            variable: None,
        },
    ],
    sign: Some(crate::runtime::sign),
};
