//! `Thing` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{UnknownWord, object, setters, words};

/// `Thing` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `type`.
    pub r#type: Option<String>,
    /// `Type`.
    pub type_2: Option<String>,
    /// `order`.
    pub order: Option<ThingOrder>,
    /// `thing`.
    pub thing: Option<Thing2>,
}
object! { Thing {
    optional r#type = "type", optional type_2 = "Type", optional order, optional thing,
} }

impl Thing {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        optional r#type as type: impl Into<String>, optional type_2: impl Into<String>,
        optional order: impl Into<ThingOrder>, optional thing: Thing2,
    }
}

/// `thing` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing2 {
    /// `a`.
    pub a: Option<String>,
}
object! { Thing2 { optional a } }

impl Thing2 {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional a: impl Into<String> }
}

/// The `order` of [`Thing`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingOrder {
    /// `ASC` on the wire.
    Asc2,
    /// `asc` on the wire.
    Asc3,
    /// `Asc` on the wire.
    Asc,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { ThingOrder, else Unknown { Asc2 = "ASC", Asc3 = "asc", Asc = "Asc" } }
