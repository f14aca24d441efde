//! `Thing` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{Maybe, UnknownWord, new, object, setters, words};
use super::Colour;

/// `Thing` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// The colour in front.
    #[deprecated]
    pub front: Option<Colour>,
    /// `back`.
    pub back: Maybe<ThingBack>,
    /// `limited`.
    pub limited: Option<ThingLimited>,
}
object! { Thing { optional front, maybe back, optional limited } }

impl Thing {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        #[deprecated] optional front: impl Into<Colour>, maybe back: impl Into<ThingBack>,
        null back_null = back, optional limited: ThingLimited,
    }
}

/// The `back` of [`Thing`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingBack {
    /// `red` on the wire.
    Red,
    /// `green` on the wire.
    Green,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { ThingBack, else Unknown { Red = "red", Green = "green" } }

/// The `limited` of [`Thing`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ThingLimited {
    /// `a`.
    pub a: Option<String>,
    /// `b`.
    pub b: String,
}
object! { ThingLimited { optional a, required b } }

impl ThingLimited {
    /// With the members that must be set; the others start unset.
    pub fn new(b: impl Into<String>) -> Self {
        new! { Self { b: b.into() } unset { a } }
    }

    setters! { optional a: impl Into<String> }
}
