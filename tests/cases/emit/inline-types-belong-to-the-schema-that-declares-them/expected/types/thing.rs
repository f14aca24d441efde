//! `Thing` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{UnknownWord, object, setters, words};
use std::collections::BTreeMap;

/// `Thing` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `title`.
    pub title: Option<String>,
    /// `type`.
    pub r#type: Option<ThingType>,
    /// `parts`.
    pub parts: Option<Vec<ThingPartsItem>>,
    /// `limits`.
    pub limits: Option<BTreeMap<String, ThingLimitsValue>>,
}
object! { Thing { optional title, optional r#type = "type", optional parts, optional limits } }

/// The `type` of [`Thing`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingType {
    /// `category` on the wire.
    Category,
    /// `page` on the wire.
    Page,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { ThingType, else Unknown { Category = "category", Page = "page" } }

/// The `parts[].kind` of [`Thing`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingPartsItemKind {
    /// `x` on the wire.
    X,
    /// `y` on the wire.
    Y,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { ThingPartsItemKind, else Unknown { X = "x", Y = "y" } }

/// An item of `parts` of [`Thing`].
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct ThingPartsItem {
    /// `kind`.
    pub kind: Option<ThingPartsItemKind>,
}
object! { ThingPartsItem { optional kind } }

impl ThingPartsItem {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional kind: impl Into<ThingPartsItemKind> }
}

/// A value of `limits` of [`Thing`].
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct ThingLimitsValue {
    /// `most`.
    pub most: Option<i64>,
}
object! { ThingLimitsValue { optional most } }

impl ThingLimitsValue {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional most: i64 }
}
