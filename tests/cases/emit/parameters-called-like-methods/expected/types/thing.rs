//! `Thing` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};

/// `Thing` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `a`.
    pub a: Option<String>,
}
object! { Thing { optional a } }

impl Thing {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional a: impl Into<String> }
}
