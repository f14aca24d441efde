// Written by `cargo xtask generate`; change the schema and run it again.
//! Paths that URLs would cut, version `1`.

#![allow(
    clippy::enum_variant_names, clippy::fn_params_excessive_bools, clippy::large_enum_variant,
    clippy::large_types_passed_by_value, clippy::module_inception, clippy::should_implement_trait,
    clippy::similar_names, clippy::struct_excessive_bools, clippy::struct_field_names,
    clippy::too_many_arguments, clippy::too_many_lines, clippy::type_complexity,
    clippy::wrong_self_convention,
    reason = "names and shapes are the document's"
)]

mod either_or_and_more;
mod space;
mod tab_here;
pub mod types;

/// The calls: what the document calls each, where it goes, and the method that makes it.
///
/// | operation | path | answer | method |
/// | --- | --- | --- | --- |
/// | `endsWithASpace` | `GET /space%20` | whole | [`ends_with_a_space`](crate::Client::ends_with_a_space) |
/// | `holdsWhatNoUriHas` | `GET /either%7Cor%5Cand%5Emore` | whole | [`holds_what_no_uri_has`](crate::Client::holds_what_no_uri_has) |
/// | `holdsATab` | `GET /tab%09here` | whole | [`holds_a_tab`](crate::Client::holds_a_tab) |
pub mod endpoints {
    pub use super::either_or_and_more::HoldsWhatNoUriHas;
    pub use super::space::EndsWithASpace;
    pub use super::tab_here::HoldsATab;
}

/// What the document says of the API as a whole.
pub(crate) const API: crate::runtime::Api = crate::runtime::Api {
    title: "Paths that URLs would cut",
    version: "1",
    base_url: None,
    retired: None,
    servers: &[],
    env_prefix: "PATHS_THAT_URLS_WOULD_CUT",
    secured: false,
    schemes: &[],
    sign: None,
};
