//! `Pet` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{object, union};
use super::{Cat, Gecko, Lizard, Reptile, ReptileFamily};

/// `Pet` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Pet {
    /// `Cat`.
    Cat(Cat),
    /// `Reptile`.
    Reptile(Reptile),
    /// `Lizard`.
    Lizard(Lizard),
    /// `Gecko`.
    Gecko(Gecko),
    /// `PetBase`.
    Base(PetBase),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { Pet by "petType", else Unknown;
    Cat: object = "Cat", Reptile: object = "reptile", Lizard: object = "lizard",
    Gecko: object = "Gecko", Base: object = "Pet",
}

/// `Pet base` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PetBase {
    /// `petType`.
    pub pet_type: String,
    /// `friend`.
    pub friend: Option<ReptileFamily>,
}
object! { PetBase { required pet_type = "petType", optional friend } }
