//! `Thing` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// `Thing` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `name`.
    pub name: Option<String>,
}
object! { Thing { optional name } }
