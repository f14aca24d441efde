//! `Cat` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// `Cat` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Cat {
    /// `kind`.
    pub kind: String,
    /// `lives`.
    pub lives: i64,
}
object! { Cat { required kind, required lives } }

impl Cat {
    /// With all its members.
    pub fn new(kind: impl Into<String>, lives: i64) -> Self {
        Self { kind: kind.into(), lives }
    }
}
