//! `Thing` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// `Thing` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `id`.
    pub id: String,
    /// `note`.
    pub note: String,
    /// `size`.
    pub size: i64,
}
object! { Thing { required id, required note, required size } }

/// The required members of [`Thing`].
#[derive(Debug, Clone, PartialEq)]
pub struct ThingRequired {
    /// `id`.
    pub id: String,
    /// `note`.
    pub note: String,
    /// `size`.
    pub size: i64,
}

impl Thing {
    /// With all its members.
    pub fn new(required: ThingRequired) -> Self {
        Self {
            id: required.id,
            note: required.note,
            size: required.size,
        }
    }
}
