//! `Overlap` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{new, object, overlap, setters};

/// `Overlap` of the schema.
///
/// Each field is set when its shape holds; several may.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Overlap {
    /// One shape of the value.
    pub high: Option<OverlapWithHigh>,
    /// One shape of the value.
    pub low: Option<OverlapWithLow>,
}
overlap! { Overlap { high, low } }

impl Overlap {
    setters! { optional high: OverlapWithHigh, optional low: OverlapWithLow }
}

/// A variant of [`Overlap`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct OverlapWithHigh {
    /// `name`.
    pub name: String,
    /// `high`.
    pub high: Option<i64>,
}
object! { OverlapWithHigh { required name, optional high } }

impl OverlapWithHigh {
    /// With the members that must be set; the others start unset.
    pub fn new(name: impl Into<String>) -> Self {
        new! { Self { name: name.into() } unset { high } }
    }

    setters! { optional high: i64 }
}

/// A variant of [`Overlap`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct OverlapWithLow {
    /// `name`.
    pub name: String,
    /// `low`.
    pub low: Option<i64>,
}
object! { OverlapWithLow { required name, optional low } }

impl OverlapWithLow {
    /// With the members that must be set; the others start unset.
    pub fn new(name: impl Into<String>) -> Self {
        new! { Self { name: name.into() } unset { low } }
    }

    setters! { optional low: i64 }
}
