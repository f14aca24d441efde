//! `Cat` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{new, object, setters};

/// `Cat` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Cat {
    /// `kind`.
    pub kind: String,
    /// `lives`.
    pub lives: Option<i64>,
}
object! { Cat { required kind, optional lives } }

impl Cat {
    /// With the members that must be set; the others start unset.
    pub fn new(kind: impl Into<String>) -> Self {
        new! { Self { kind: kind.into() } unset { lives } }
    }

    setters! { optional lives: i64 }
}
