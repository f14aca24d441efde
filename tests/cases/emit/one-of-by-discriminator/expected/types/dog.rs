//! `Dog` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{new, object, setters};

/// `Dog` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Dog {
    /// `kind`.
    pub kind: String,
    /// `tricks`.
    pub tricks: Option<Vec<String>>,
}
object! { Dog { required kind, optional tricks } }

impl Dog {
    /// With the members that must be set; the others start unset.
    pub fn new(kind: impl Into<String>) -> Self {
        new! { Self { kind: kind.into() } unset { tricks } }
    }

    setters! { optional tricks [impl Into<String>] }
}
