//! `Values` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{UnknownWord, object, tuple, union, words};

/// `Values` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Values {
    /// `ValuesObject`.
    Object(ValuesObject),
    /// `ValuesList`.
    List(ValuesList),
    /// A string.
    String(String),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { Values, else Unknown; Object: object, List: array, String: string }

/// The `tone` of [`Values`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ValuesObjectTone {
    /// `low` on the wire.
    Low,
    /// `high` on the wire.
    High,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { ValuesObjectTone, else Unknown { Low = "low", High = "high" } }

/// A variant of [`Values`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ValuesObject {
    /// `text`.
    pub text: String,
    /// `tone`.
    pub tone: Option<ValuesObjectTone>,
}
object! { ValuesObject { required text, optional tone } }

/// An item of [`Values`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ValuesListItem1 {
    /// `x` on the wire.
    X,
    /// `y` on the wire.
    Y,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { ValuesListItem1, else Unknown { X = "x", Y = "y" } }

/// An item of [`Values`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ValuesListRest {
    /// `more`.
    pub more: Option<bool>,
}
object! { ValuesListRest { optional more } }

/// A variant of [`Values`].
#[derive(Debug, Clone, PartialEq)]
pub struct ValuesList(
    /// Item 0.
    pub ValuesListItem1,
    /// Item 1.
    pub i64,
    /// The items that follow.
    pub Vec<ValuesListRest>,
);
tuple! { ValuesList(item 0, item 1, rest 2) }
