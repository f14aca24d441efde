//! `con` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// `con` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Con {
    /// `nul`.
    pub nul: Option<String>,
}
object! { Con { optional nul } }
