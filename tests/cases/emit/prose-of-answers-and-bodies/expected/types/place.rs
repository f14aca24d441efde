//! `Place` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// `Place` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Place {
    /// `name`.
    pub name: String,
}
object! { Place { required name } }

impl Place {
    /// With all its members.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into() }
    }
}
