// Written by `cargo xtask generate`; change the schema and run it again.
//! Quotations and links within a site, version `1`.

#![allow(
    clippy::enum_variant_names, clippy::fn_params_excessive_bools, clippy::large_enum_variant,
    clippy::large_types_passed_by_value, clippy::module_inception, clippy::should_implement_trait,
    clippy::similar_names, clippy::struct_excessive_bools, clippy::struct_field_names,
    clippy::too_many_arguments, clippy::too_many_lines, clippy::type_complexity,
    clippy::wrong_self_convention,
    reason = "names and shapes are the document's"
)]

mod docs;
pub mod types;

/// The calls: what the document calls each, where it goes, and the method that makes it.
///
/// | operation | title | path | answer | method |
/// | --- | --- | --- | --- | --- |
/// | `dropDocs` | \> no quotation | `DELETE /docs` | whole | [`drop_docs`](crate::Client::drop_docs) |
pub mod endpoints {
    pub use super::docs::DropDocs;
}

/// What the document says of the API as a whole.
pub(crate) const API: crate::runtime::Api = crate::runtime::Api {
    title: "Quotations and links within a site",
    version: "1",
    base_url: None,
    retired: None,
    servers: &[],
    env_prefix: "QUOTATIONS_AND_LINKS_WITHIN_A_SITE",
    secured: false,
    schemes: &[],
    sign: None,
};
