//! `Leaf` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};

/// `Leaf` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Leaf {
    /// `name`.
    pub name: Option<String>,
}
object! { Leaf { optional name } }

impl Leaf {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional name: impl Into<String> }
}
