//! `Box` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};

/// `Box` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct BoxValue {
    /// `inner`.
    pub inner: Option<Box<BoxValue>>,
}
object! { BoxValue { optional inner } }

impl BoxValue {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { boxed inner: impl Into<BoxValue> }
}
