//! `Answer` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// `Answer` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Answer {
    /// `text`.
    pub text: Option<String>,
}
object! { Answer { optional text } }
