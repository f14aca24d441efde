// Written by `cargo xtask generate`; change the schema and run it again.
//! Tools, version `1`.

#![allow(
    clippy::enum_variant_names, clippy::fn_params_excessive_bools, clippy::large_enum_variant,
    clippy::large_types_passed_by_value, clippy::module_inception, clippy::should_implement_trait,
    clippy::similar_names, clippy::struct_excessive_bools, clippy::struct_field_names,
    clippy::too_many_arguments, clippy::too_many_lines, clippy::type_complexity,
    clippy::wrong_self_convention,
    reason = "names and shapes are the document's"
)]

mod both;
mod one;
mod three;
pub mod types;

/// The calls: what the document calls each, where it goes, and the method that makes it.
///
/// | operation | path | answer | method |
/// | --- | --- | --- | --- |
/// | `both` | `GET /both` | whole | [`both`](crate::Client::both) |
/// | `three` | `GET /three` | whole | [`three`](crate::Client::three) |
/// | `one` | `GET /one` | whole | [`one`](crate::Client::one) |
pub mod endpoints {
    pub use super::both::Both;
    pub use super::one::One;
    pub use super::three::Three;
}

/// What the document says of the API as a whole.
pub(crate) const API: crate::runtime::Api = crate::runtime::Api {
    title: "Tools",
    version: "1",
    base_url: None,
    retired: None,
    servers: &[],
    env_prefix: "TOOLS",
    secured: false,
    schemes: &[
        crate::runtime::Scheme {
            name: "ApiKeyAuth",
            kind: crate::runtime::SchemeKind::HeaderKey("X-Key"),
            variable: Some("TOOLS_API_KEY_AUTH"),
        },
        crate::runtime::Scheme {
            name: "Version-Header",
            kind: crate::runtime::SchemeKind::HeaderKey("X-Version"),
            variable: Some("TOOLS_VERSION_HEADER"),
        },
        crate::runtime::Scheme {
            name: "api_key",
            kind: crate::runtime::SchemeKind::CookieKey("key"),
            variable: None,
        },
        crate::runtime::Scheme {
            name: "Digest",
            kind: crate::runtime::SchemeKind::Other("digest"),
            variable: None,
        },
        crate::runtime::Scheme {
            name: "Custom",
            kind: crate::runtime::SchemeKind::Http("DPoP"),
            variable: Some("TOOLS_CUSTOM"),
        },
        crate::runtime::Scheme {
            name: "Token",
            kind: crate::runtime::SchemeKind::Bearer,
            variable: None,
        },
    ],
    sign: Some(crate::runtime::sign),
};
