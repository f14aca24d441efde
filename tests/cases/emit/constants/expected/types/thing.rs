//! `Thing` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{UnknownNumber, UnknownWord, new, numbers, object, setters, words};

/// `Thing` of the schema.
///
/// Always has `"on": true`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `object`.
    pub object: ThingObject,
    /// `version`.
    pub version: ThingVersion,
    /// `kind`.
    pub kind: Option<ThingKind>,
}
object! { Thing {
    required object, required version, optional kind,
} constants { "on": Bool(true) } }

impl Thing {
    /// Nothing set but what has only one value.
    pub fn new() -> Self {
        new! { Self { object: "thing".into(), version: 2_i128.into() } unset { kind } }
    }

    setters! { optional kind: impl Into<ThingKind> }
}

impl Default for Thing {
    fn default() -> Self {
        Self::new()
    }
}

/// The `object` of [`Thing`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingObject {
    /// `thing` on the wire.
    Thing,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { ThingObject, else Unknown { Thing = "thing" } }

/// The `version` of [`Thing`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingVersion {
    /// `2` on the wire.
    N2,
    /// A number that this crate does not know.
    Unknown(UnknownNumber),
}
numbers! { ThingVersion, else Unknown { N2 = 2 } }

/// The `kind` of [`Thing`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingKind {
    /// `only` on the wire.
    Only,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { ThingKind, else Unknown { Only = "only" } }
