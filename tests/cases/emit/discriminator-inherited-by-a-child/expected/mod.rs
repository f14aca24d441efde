// Written by `cargo xtask generate`; change the schema and run it again.
//! Discriminator inherited by a child, version `1`.

#![allow(
    clippy::enum_variant_names, clippy::fn_params_excessive_bools, clippy::large_enum_variant,
    clippy::large_types_passed_by_value, clippy::module_inception, clippy::should_implement_trait,
    clippy::similar_names, clippy::struct_excessive_bools, clippy::struct_field_names,
    clippy::too_many_arguments, clippy::too_many_lines, clippy::type_complexity,
    clippy::wrong_self_convention,
    reason = "names and shapes are the document's"
)]

mod chosen;
mod pets;
mod reptiles;
pub mod types;

/// The calls: what the document calls each, where it goes, and the method that makes it.
///
/// | operation | path | answer | method |
/// | --- | --- | --- | --- |
/// | `putReptile` | `POST /reptiles` | whole | [`put_reptile`](crate::Client::put_reptile) |
/// | `listPets` | `GET /pets` | whole | [`list_pets`](crate::Client::list_pets) |
/// | `getChosen` | `GET /chosen` | whole | [`get_chosen`](crate::Client::get_chosen) |
pub mod endpoints {
    pub use super::chosen::GetChosen;
    pub use super::pets::ListPets;
    pub use super::reptiles::PutReptile;
}

/// What the document says of the API as a whole.
pub(crate) const API: crate::runtime::Api = crate::runtime::Api {
    title: "Discriminator inherited by a child",
    version: "1",
    base_url: None,
    retired: None,
    servers: &[],
    env_prefix: "DISCRIMINATOR_INHERITED_BY_A_CHILD",
    secured: false,
    schemes: &[],
    sign: None,
};
