//! `Key` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};

/// `Key` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Key {
    /// `key`.
    pub key: Option<String>,
}
object! { Key { optional key } }

impl Key {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional key: impl Into<String> }
}
