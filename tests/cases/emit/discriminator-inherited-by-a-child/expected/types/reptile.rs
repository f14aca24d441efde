//! `Reptile` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{new, object, setters, union};
use super::{Gecko, Lizard};

/// `Reptile` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Reptile {
    /// `petType`.
    pub pet_type: String,
    /// `friend`.
    pub friend: Option<Box<ReptileFamily>>,
    /// `cold`.
    pub cold: Option<bool>,
}
object! { Reptile { required pet_type = "petType", optional friend, optional cold } }

impl Reptile {
    /// With the members that must be set; the others start unset.
    pub fn new(pet_type: impl Into<String>) -> Self {
        new! { Self { pet_type: pet_type.into() } unset { friend, cold } }
    }

    setters! { boxed friend: impl Into<ReptileFamily>, optional cold: bool }
}

/// `Reptile family` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ReptileFamily {
    /// `Reptile`.
    Reptile(Reptile),
    /// `Lizard`.
    Lizard(Lizard),
    /// `Gecko`.
    Gecko(Gecko),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { ReptileFamily by "petType", else Unknown;
    Reptile(Reptile): object = "reptile", Lizard(Lizard): object = "lizard",
    Gecko(Gecko): object = "Gecko",
}
