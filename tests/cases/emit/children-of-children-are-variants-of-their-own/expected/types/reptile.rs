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
    /// With the members that must be set; the others start unset.
    pub fn new(pet_type: impl Into<String>) -> Self {
        Self { pet_type: pet_type.into() }
    }
}
