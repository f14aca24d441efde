//! `Thing` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};
use super::Pet;

/// `Thing` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `pet`.
    pub pet: Option<Pet>,
}
object! { Thing { optional pet } }

impl Thing {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional pet: impl Into<Pet> }
}
