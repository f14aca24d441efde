//! `Kinds` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{UnknownWord, object, setters, union, words};

/// `Kinds` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Kinds {
    /// `KindsSmall`.
    Small(KindsSmall),
    /// `KindsLarge`.
    Large(KindsLarge),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { Kinds by "kind", else Unknown;
    Small(KindsSmall): object = "small", Large(KindsLarge): object = "large",
}

/// The `colour` of [`Kinds`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum KindsSmallColour {
    /// `red` on the wire.
    Red,
    /// `blue` on the wire.
    Blue,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { KindsSmallColour, else Unknown { Red = "red", Blue = "blue" } }

/// A variant of [`Kinds`].
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct KindsSmall {
    /// `colour`.
    pub colour: Option<KindsSmallColour>,
}
object! { KindsSmall { optional colour } constants { "kind": Str("small") } }

impl KindsSmall {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional colour: impl Into<KindsSmallColour> }
}

/// An item of `sizes` of [`Kinds`].
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct KindsLargeSizesItem {
    /// `width`.
    pub width: Option<i64>,
}
object! { KindsLargeSizesItem { optional width } }

impl KindsLargeSizesItem {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional width: i64 }
}

/// A variant of [`Kinds`].
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct KindsLarge {
    /// `sizes`.
    pub sizes: Option<Vec<KindsLargeSizesItem>>,
}
object! { KindsLarge { optional sizes } constants { "kind": Str("large") } }

impl KindsLarge {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional sizes [KindsLargeSizesItem] }
}
