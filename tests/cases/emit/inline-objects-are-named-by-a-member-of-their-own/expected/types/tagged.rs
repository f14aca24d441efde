//! `Tagged` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{object, union};

/// `Tagged` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Tagged {
    /// `TaggedFlood`.
    Flood(TaggedFlood),
    /// `TaggedEbb`.
    Ebb(TaggedEbb),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { Tagged by "kind", else Unknown;
    Flood(TaggedFlood): object = "flood", Ebb(TaggedEbb): object = "ebb",
}

/// A variant of [`Tagged`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaggedFlood {
    /// `at`.
    pub at: String,
    /// `height`.
    pub height: f64,
}
object! { TaggedFlood { required at, required height } constants { "kind": Str("flood") } }

impl TaggedFlood {
    /// With all its members.
    pub fn new(at: impl Into<String>, height: f64) -> Self {
        Self { at: at.into(), height }
    }
}

/// A variant of [`Tagged`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaggedEbb {
    /// `at`.
    pub at: String,
    /// `depth`.
    pub depth: f64,
}
object! { TaggedEbb { required at, required depth } constants { "kind": Str("ebb") } }

impl TaggedEbb {
    /// With all its members.
    pub fn new(at: impl Into<String>, depth: f64) -> Self {
        Self { at: at.into(), depth }
    }
}
