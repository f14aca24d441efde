//! `Fault` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// `Fault` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Fault {
    /// `code`.
    pub code: Option<i64>,
}
object! { Fault { optional code } }
