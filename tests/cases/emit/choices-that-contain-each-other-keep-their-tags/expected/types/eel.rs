//! `Eel` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// `Eel` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Eel {}
object! { Eel {} constants { "kind": Str("eel") } }

impl Eel {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }
}
