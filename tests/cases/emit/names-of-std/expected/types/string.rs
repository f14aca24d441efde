//! `String` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};

/// `String` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct StringValue {
    /// `a`.
    pub a: Option<String>,
}
object! { StringValue { optional a } }

impl StringValue {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional a: impl Into<String> }
}
