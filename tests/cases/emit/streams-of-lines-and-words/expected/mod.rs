// Written by `cargo xtask generate`; change the schema and run it again.
//! Streams, version `1`.

#![allow(
    clippy::enum_variant_names, clippy::fn_params_excessive_bools, clippy::large_enum_variant,
    clippy::large_types_passed_by_value, clippy::module_inception, clippy::should_implement_trait,
    clippy::similar_names, clippy::struct_excessive_bools, clippy::struct_field_names,
    clippy::too_many_arguments, clippy::too_many_lines, clippy::type_complexity,
    clippy::wrong_self_convention,
    reason = "names and shapes are the document's"
)]

mod anything;
mod file;
mod names;
mod things;
mod words;
pub mod types;

/// The calls: what the document calls each, where it goes, and the method that makes it.
///
/// | operation | path | answer | method |
/// | --- | --- | --- | --- |
/// | `file` | `GET /file` | stream | [`file`](crate::Client::file) |
/// | `things` | `GET /things` | stream | [`things`](crate::Client::things) |
/// | `names` | `GET /names` | stream | [`names`](crate::Client::names) |
/// | `words` | `GET /words` | stream | [`words`](crate::Client::words) |
/// | `anything` | `GET /anything` | stream | [`anything`](crate::Client::anything) |
pub mod endpoints {
    pub use super::anything::Anything;
    pub use super::file::File;
    pub use super::names::Names;
    pub use super::things::Things;
    pub use super::words::Words;
}

/// What the document says of the API as a whole.
pub(crate) const API: crate::runtime::Api = crate::runtime::Api {
    title: "Streams",
    version: "1",
    base_url: None,
    retired: None,
    servers: &[],
    env_prefix: "STREAMS",
    secured: false,
    schemes: &[],
    sign: None,
};
