//! `Thing` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{object, setters, union};
use super::{Circle, Shape, Square};

/// `Thing` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `kind`.
    pub kind: Option<ThingKind>,
    /// `choice`.
    pub choice: Option<ThingChoice>,
    /// `shape`.
    pub shape: Option<Shape>,
    /// `first`.
    pub first: Option<ThingFirst>,
}
object! { Thing { optional kind, optional choice, optional shape, optional first } }

impl Thing {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        optional kind: impl Into<ThingKind>, optional choice: impl Into<ThingChoice>,
        optional shape: impl Into<Shape>, optional first: impl Into<ThingFirst>,
    }
}

/// The `kind` of [`Thing`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ThingKind {
    /// A string.
    String(String),
    /// A number.
    Integer(i64),
    /// A list.
    List(Vec<String>),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { ThingKind, else Unknown, text String;
    String: string, Integer(i64): number, List(Vec<String>): array,
}

/// The `choice` of [`Thing`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ThingChoice {
    /// `none` on the wire.
    None,
    /// `auto` on the wire.
    Auto,
    /// `Circle`.
    Circle(Circle),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { ThingChoice, else Unknown, text, words { None = "none", Auto = "auto" };
    Circle(Circle): object,
}

/// The `first` of [`Thing`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ThingFirst {
    /// `Circle`.
    Circle(Circle),
    /// `Square`.
    Square(Square),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { ThingFirst, else Unknown; Circle(Circle): object, Square(Square): object }
