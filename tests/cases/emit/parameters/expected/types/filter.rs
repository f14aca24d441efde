//! `Filter` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};

/// `Filter` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Filter {
    /// `name`.
    pub name: Option<String>,
}
object! { Filter { optional name } }

impl Filter {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional name: impl Into<String> }
}
