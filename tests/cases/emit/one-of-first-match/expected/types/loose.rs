//! `Loose` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};

/// `Loose` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Loose {
    /// `name`.
    pub name: Option<String>,
}
object! { Loose { optional name } }

impl Loose {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional name: impl Into<String> }
}
