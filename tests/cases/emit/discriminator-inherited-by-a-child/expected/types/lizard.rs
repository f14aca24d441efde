//! `Lizard` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{new, object, setters};
use super::ReptileFamily;

/// `Lizard` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Lizard {
    /// `petType`.
    pub pet_type: String,
    /// `friend`.
    pub friend: Option<Box<ReptileFamily>>,
    /// `cold`.
    pub cold: Option<bool>,
    /// `rocks`.
    pub rocks: Option<bool>,
}
object! { Lizard { required pet_type = "petType", optional friend, optional cold, optional rocks } }

impl Lizard {
    /// With the members that must be set; the others start unset.
    pub fn new(pet_type: impl Into<String>) -> Self {
        new! { Self { pet_type: pet_type.into() } unset { friend, cold, rocks } }
    }

    setters! { boxed friend: impl Into<ReptileFamily>, optional cold: bool, optional rocks: bool }
}
