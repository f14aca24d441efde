// Written by `cargo xtask generate`; change the schema and run it again.
//! Cases, version `1`.

#![allow(
    clippy::enum_variant_names, clippy::fn_params_excessive_bools, clippy::large_enum_variant,
    clippy::large_types_passed_by_value, clippy::module_inception, clippy::should_implement_trait,
    clippy::similar_names, clippy::struct_excessive_bools, clippy::struct_field_names,
    clippy::too_many_arguments, clippy::too_many_lines, clippy::type_complexity,
    clippy::wrong_self_convention,
    reason = "names and shapes are the document's"
)]

mod endpoints_;
mod types_;
pub mod types;

/// The calls: what the document calls each, where it goes, and the method that makes it.
///
/// | operation | path | answer | method |
/// | --- | --- | --- | --- |
/// | `Client` | `POST /client` | whole | [`client`](crate::Client::client) |
/// | `new` | `GET /client` | whole | [`new_`](crate::Client::new_) |
pub mod endpoints {
    pub use super::endpoints_::New;
    pub use super::types_::ClientEndpoint;
}

/// What the document says of the API as a whole.
pub(crate) const API: crate::runtime::Api = crate::runtime::Api {
    title: "Cases",
    version: "1",
    base_url: None,
    retired: None,
    servers: &[],
    env_prefix: "CASES",
    secured: false,
    schemes: &[],
    sign: None,
};
