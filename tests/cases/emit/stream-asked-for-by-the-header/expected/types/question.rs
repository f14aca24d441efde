//! `Question` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};

/// `Question` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Question {
    /// `stream`.
    pub stream: Option<bool>,
}
object! { Question { optional stream } }

impl Question {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional stream: bool }
}
