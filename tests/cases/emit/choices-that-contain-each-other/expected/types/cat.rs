//! `Cat` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// `Cat` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Cat {
    /// `lives`.
    pub lives: i64,
}
object! { Cat { required lives } constants { "kind": Str("cat") } }

impl Cat {
    /// With all its members.
    pub fn new(lives: i64) -> Self {
        Self { lives }
    }
}
