// Written by `cargo xtask generate`; change the schema and run it again.
//! Questions, version `1`.

#![allow(
    clippy::enum_variant_names, clippy::fn_params_excessive_bools, clippy::large_enum_variant,
    clippy::large_types_passed_by_value, clippy::module_inception, clippy::should_implement_trait,
    clippy::similar_names, clippy::struct_excessive_bools, clippy::struct_field_names,
    clippy::too_many_arguments, clippy::too_many_lines, clippy::type_complexity,
    clippy::wrong_self_convention,
    reason = "names and shapes are the document's"
)]

mod questions;
pub mod types;

/// The calls: what the document calls each, where it goes, and the method that makes it.
///
/// | operation | path | answer | method |
/// | --- | --- | --- | --- |
/// | `ask` | `POST /ask` | whole | [`ask`](crate::Client::ask) |
/// | `ask` | `POST /ask` | stream | [`ask_stream`](crate::Client::ask_stream) |
pub mod endpoints {
    pub use super::questions::Ask;
}

/// What the document says of the API as a whole.
pub(crate) const API: crate::runtime::Api = crate::runtime::Api {
    title: "Questions",
    version: "1",
    base_url: None,
    retired: None,
    servers: &[],
    env_prefix: "QUESTIONS",
    secured: false,
    schemes: &[],
    sign: None,
};
