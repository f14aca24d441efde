//! `Reptile` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// `Reptile` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Reptile {
    /// `petType`.
    pub pet_type: String,
}
object! { Reptile { required pet_type = "petType" } }

impl Reptile {
    /// With all its members.
    pub fn new(pet_type: impl Into<String>) -> Self {
        Self { pet_type: pet_type.into() }
    }
}
