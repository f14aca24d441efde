//! `TemplateLanguage` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{UnknownWord, words};

/// The language of a prompt template.
///
/// The document of version 4 names no values; these are the ones of the
/// same field in version 5 of the API.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TemplateLanguage {
    /// `default` on the wire.
    Default,
    /// `jinja` on the wire.
    Jinja,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { TemplateLanguage, else Unknown { Default = "default", Jinja = "jinja" } }
