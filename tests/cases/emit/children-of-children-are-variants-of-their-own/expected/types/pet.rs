//! `Pet` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{object, union};
use super::{Lizard, Reptile};

/// `Pet` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Pet {
    /// `Reptile`.
    Reptile(Reptile),
    /// `Lizard`.
    Lizard(Lizard),
    /// `PetBase`.
    Base(PetBase),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { Pet by "petType", else Unknown;
    Reptile(Reptile): object = "Reptile", Lizard(Lizard): object = "Lizard",
    Base(PetBase): object = "Pet",
}

/// `Pet base` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PetBase {
    /// `petType`.
    pub pet_type: String,
}
object! { PetBase { required pet_type = "petType" } }

impl PetBase {
    /// With all its members.
    pub fn new(pet_type: impl Into<String>) -> Self {
        Self { pet_type: pet_type.into() }
    }
}
