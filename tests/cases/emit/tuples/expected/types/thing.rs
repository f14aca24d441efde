//! `Thing` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{object, setters, tuple};

/// `Thing` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `pair`.
    pub pair: Option<ThingPair>,
    /// `more`.
    pub more: Option<ThingMore>,
}
object! { Thing { optional pair, optional more } }

impl Thing {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional pair: ThingPair, optional more: ThingMore }
}

/// The `pair` of [`Thing`].
#[derive(Debug, Clone, PartialEq)]
pub struct ThingPair(
    /// Item 0.
    pub String,
    /// Item 1.
    pub i64,
);
tuple! { ThingPair(item 0, item 1) }

/// The `more` of [`Thing`].
#[derive(Debug, Clone, PartialEq)]
pub struct ThingMore(
    /// Item 0.
    pub String,
    /// The items that follow.
    pub Vec<i64>,
);
tuple! { ThingMore(item 0, rest 1) }
