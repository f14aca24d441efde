//! `Part` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};

/// `Part` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Part {
    /// `a`.
    pub a: Option<String>,
}
object! { Part { optional a } }

impl Part {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional a: impl Into<String> }
}
