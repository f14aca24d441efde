//! `Thing` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{UnknownWord, object, setters, words};

/// `Thing` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `part`.
    pub part: Option<ThingPart>,
    /// `parts`.
    pub parts: Option<Vec<ThingEqualItem>>,
    /// `equal`.
    pub equal: Option<Vec<ThingEqualItem>>,
    /// Wing Span
    pub titled: Option<ThingTitled>,
}
object! { Thing { optional part, optional parts, optional equal, optional titled } }

impl Thing {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        optional part: ThingPart, optional parts [ThingEqualItem], optional equal [ThingEqualItem],
        optional titled: ThingTitled,
    }
}

/// The `part.size.unit` of [`Thing`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingPartSizeUnit {
    /// `m` on the wire.
    M,
    /// `cm` on the wire.
    Cm,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { ThingPartSizeUnit, else Unknown { M = "m", Cm = "cm" } }

/// The `part.size` of [`Thing`].
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct ThingPartSize {
    /// `unit`.
    pub unit: Option<ThingPartSizeUnit>,
}
object! { ThingPartSize { optional unit } }

impl ThingPartSize {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional unit: impl Into<ThingPartSizeUnit> }
}

/// The `part` of [`Thing`].
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct ThingPart {
    /// `size`.
    pub size: Option<ThingPartSize>,
}
object! { ThingPart { optional size } }

impl ThingPart {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional size: ThingPartSize }
}

/// An item of `equal` of [`Thing`].
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct ThingEqualItem {
    /// `name`.
    pub name: Option<String>,
}
object! { ThingEqualItem { optional name } }

impl ThingEqualItem {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional name: impl Into<String> }
}

/// Wing Span
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct ThingTitled {
    /// `metres`.
    pub metres: Option<f64>,
}
object! { ThingTitled { optional metres } }

impl ThingTitled {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional metres: f64 }
}
