//! `Dog` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};

/// `Dog` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Dog {
    /// `tricks`.
    pub tricks: Option<Vec<String>>,
}
object! { Dog { optional tricks } constants { "kind": Str("dog") } }

impl Dog {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional tricks [impl Into<String>] }
}
