// Written by `cargo xtask generate`; change the schema and run it again.
//! Facts that no type says, version `1`.

#![allow(
    clippy::enum_variant_names, clippy::fn_params_excessive_bools, clippy::large_enum_variant,
    clippy::large_types_passed_by_value, clippy::module_inception, clippy::should_implement_trait,
    clippy::similar_names, clippy::struct_excessive_bools, clippy::struct_field_names,
    clippy::too_many_arguments, clippy::too_many_lines, clippy::type_complexity,
    clippy::wrong_self_convention,
    reason = "names and shapes are the document's"
)]

mod tides;
pub mod types;

/// The calls: what the document calls each, where it goes, and the method that makes it.
///
/// | operation | path | answer | method |
/// | --- | --- | --- | --- |
/// | `listTides` | `GET /tides` | whole | [`list_tides`](crate::Client::list_tides) |
/// | `putTide` | `POST /tides` | whole | [`put_tide`](crate::Client::put_tide) |
/// | `dropTides` | `DELETE /tides` | whole | [`drop_tides`](crate::Client::drop_tides) |
///
/// See <https://docs.example/tides>: All about tides
pub mod endpoints {
    pub use super::tides::{DropTides, ListTides, PutTide};
}

/// What the document says of the API as a whole.
pub(crate) const API: crate::runtime::Api = crate::runtime::Api {
    title: "Facts that no type says",
    version: "1",
    base_url: None,
    retired: None,
    servers: &[],
    env_prefix: "FACTS_THAT_NO_TYPE_SAYS",
    secured: false,
    schemes: &[],
    sign: None,
};
