//! `Thing` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{object, setters, union};
use std::collections::BTreeMap;
use super::Leaf;

/// `Thing` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `parent`.
    pub parent: Option<Box<Thing>>,
    /// `children`.
    pub children: Option<Vec<Thing>>,
    /// `by_name`.
    pub by_name: Option<BTreeMap<String, Thing>>,
    /// `leaf`.
    pub leaf: Option<Leaf>,
    /// `either`.
    pub either: Option<ThingEither>,
}
object! { Thing {
    optional parent, optional children, optional by_name, optional leaf, optional either,
} }

impl Thing {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        boxed parent: impl Into<Thing>, optional children [Thing],
        optional by_name: impl Into<BTreeMap<String, Thing>>, optional leaf: Leaf,
        optional either: impl Into<ThingEither>,
    }
}

/// The `either` of [`Thing`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ThingEither {
    /// `Leaf`.
    Leaf(Leaf),
    /// A string.
    String(String),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { ThingEither, else Unknown, text String; Leaf(Leaf): object, String: string }
