//! `Mixed` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{object, union};

/// `Mixed` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Mixed {
    /// A string.
    String(String),
    /// `MixedObject`.
    Object(MixedObject),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { Mixed, else Unknown, text String; String: string, Object(MixedObject): object }

/// A variant of [`Mixed`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MixedObject {
    /// `a`.
    pub a: i64,
    /// `b`.
    pub b: i64,
}
object! { MixedObject { required a, required b } }

/// The required members of [`MixedObject`].
#[derive(Debug, Clone, PartialEq)]
pub struct MixedObjectRequired {
    /// `a`.
    pub a: i64,
    /// `b`.
    pub b: i64,
}

impl MixedObject {
    /// With all its members.
    pub fn new(required: MixedObjectRequired) -> Self {
        Self {
            a: required.a,
            b: required.b,
        }
    }
}
