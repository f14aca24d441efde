//! `Answer` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// `Answer` of the schema.
///
/// Exactly one of these is set: `more`; or `new` and `old`.
///
/// At least one of `new` and `old` is set.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Answer {
    /// `id`.
    pub id: String,
    /// `old`.
    pub old: Option<String>,
    /// `new`.
    pub new: Option<String>,
    /// `more`.
    pub more: Option<String>,
    /// `most`.
    pub most: Option<String>,
}
object! { Answer { required id, optional old, optional new, optional more, optional most } }
