//! `Strict` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// `Strict` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Strict {
    /// `name`.
    pub name: String,
    /// `size`.
    pub size: i64,
}
object! { Strict { required name, required size } }

impl Strict {
    /// With all its members.
    pub fn new(name: impl Into<String>, size: i64) -> Self {
        Self { name: name.into(), size }
    }
}
