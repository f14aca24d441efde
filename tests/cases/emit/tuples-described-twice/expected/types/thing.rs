//! `Thing` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{object, setters, tuple};

/// `Thing` of the schema.
#[derive(Debug, Clone, PartialEq)]
pub struct Thing(
    /// Item 0.
    pub ThingItem1,
    /// Item 1.
    pub i64,
);
tuple! { Thing(item 0, item 1) }

/// Part of [`Thing`].
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct ThingItem1 {
    /// `left`.
    pub left: Option<String>,
    /// `right`.
    pub right: Option<String>,
}
object! { ThingItem1 { optional left, optional right } }

impl ThingItem1 {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional left: impl Into<String>, optional right: impl Into<String> }
}
