// Written by `cargo xtask generate`; change the schema and run it again.
//! Branches that only require, version `1`.

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
/// | operation | path | answer | method |
/// | --- | --- | --- | --- |
/// | `createDoc` | `POST /docs` | whole | [`create_doc`](crate::Client::create_doc) |
/// | `updateDoc` | `PATCH /docs` | whole | [`update_doc`](crate::Client::update_doc) |
/// | `replaceDoc` | `PUT /docs` | whole | [`replace_doc`](crate::Client::replace_doc) |
pub mod endpoints {
    pub use super::docs::{CreateDoc, ReplaceDoc, UpdateDoc};
}

/// What the document says of the API as a whole.
pub(crate) const API: crate::runtime::Api = crate::runtime::Api {
    title: "Branches that only require",
    version: "1",
    base_url: None,
    retired: None,
    servers: &[],
    env_prefix: "BRANCHES_THAT_ONLY_REQUIRE",
    secured: false,
    schemes: &[],
    sign: None,
};
