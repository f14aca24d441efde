//! `Thing` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{UnknownWord, object, setters, words};

/// `Thing` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `+1`.
    pub plus_1: Option<i64>,
    /// `-1`.
    pub minus_1: Option<i64>,
    /// `@id`.
    pub id: Option<String>,
    /// (blank).
    pub field: Option<String>,
    /// `😀`.
    pub grinning: Option<String>,
    /// `1st`.
    pub n1st: Option<String>,
    /// `operator`.
    pub operator: Option<ThingOperator>,
}
object! { Thing {
    optional plus_1 = "+1", optional minus_1 = "-1", optional id = "@id", optional field = "",
    optional grinning = "😀", optional n1st = "1st", optional operator,
} }

impl Thing {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        optional plus_1: i64, optional minus_1: i64, optional id: impl Into<String>,
        optional field: impl Into<String>, optional grinning: impl Into<String>,
        optional n1st: impl Into<String>, optional operator: impl Into<ThingOperator>,
    }
}

/// The `operator` of [`Thing`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingOperator {
    /// `=` on the wire.
    Equal,
    /// `≠` on the wire.
    NotEqual,
    /// `<` on the wire.
    Less,
    /// `>=` on the wire.
    GreaterEqual,
    /// (blank) on the wire.
    Empty,
    /// (blank) on the wire.
    Space,
    /// `+1` on the wire.
    Plus1,
    /// `-1` on the wire.
    Minus1,
    /// `a b` on the wire.
    AB,
    /// `a-b` on the wire.
    AB2,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { ThingOperator, else Unknown {
    Equal = "=", NotEqual = "≠", Less = "<", GreaterEqual = ">=", Empty = "", Space = " ",
    Plus1 = "+1", Minus1 = "-1", AB = "a b", AB2 = "a-b",
} }
