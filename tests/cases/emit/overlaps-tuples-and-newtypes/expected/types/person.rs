//! `Person` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// `Person` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Person {
    /// `name`.
    pub name: String,
}
object! { Person { required name } }

impl Person {
    /// With all its members.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into() }
    }
}
