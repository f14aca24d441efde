//! `Sized` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};

/// `Sized` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct SizedValue {
    /// `size`.
    pub size: Option<i64>,
}
object! { SizedValue { optional size } }

impl SizedValue {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional size: i64 }
}
