//! `Tool` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};

/// `Tool` of the schema.
///
/// Always has `"type": "function"`.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Tool {
    /// `strict`.
    pub strict: Option<bool>,
}
object! { Tool { optional strict } constants { "type": Str("function") } }

impl Tool {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional strict: bool }
}
