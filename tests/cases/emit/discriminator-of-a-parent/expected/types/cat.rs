//! `Cat` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{new, object, setters};

/// `Cat` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Cat {
    /// `kind`.
    pub kind: String,
    /// `name`.
    pub name: Option<String>,
    /// `lives`.
    pub lives: Option<i64>,
}
object! { Cat { required kind, optional name, optional lives } }

impl Cat {
    /// With the members that must be set; the others start unset.
    pub fn new(kind: impl Into<String>) -> Self {
        new! { Self { kind: kind.into() } unset { name, lives } }
    }

    setters! { optional name: impl Into<String>, optional lives: i64 }
}
