//! `Grammar` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};

/// `Grammar` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Grammar {
    /// `rule`.
    pub rule: Option<String>,
}
object! { Grammar { optional rule } }

impl Grammar {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional rule: impl Into<String> }
}
