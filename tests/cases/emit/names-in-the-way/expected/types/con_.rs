// Written by `cargo xtask generate`; change the schema and run it again.
//! `con` of the schema.

use crate::runtime::object;

/// `con` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Con {
    /// `nul`.
    pub nul: Option<String>,
}

object! { Con { optional nul } }
