//! `Named` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};

/// `Named` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Named {
    /// `name`.
    pub name: Option<String>,
}
object! { Named { optional name } }

impl Named {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional name: impl Into<String> }
}
