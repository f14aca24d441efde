//! `Problem` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// `Problem` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// `error`.
    pub error: String,
}
object! { Problem { required error } }
