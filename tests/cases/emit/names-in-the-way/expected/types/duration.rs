//! `Duration` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};

/// `Duration` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Duration {
    /// `seconds`.
    pub seconds: Option<i64>,
}
object! { Duration { optional seconds } }

impl Duration {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional seconds: i64 }
}
