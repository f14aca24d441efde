//! `Thing` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{new, object, setters};

/// What is put.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// Config ID
    pub config_id: String,
    /// When it was made.
    pub created_at: String,
    /// Owner: The person who made it.
    pub created_by: Option<String>,
    /// The status of the thing.
    pub status: String,
    /// - a list
    /// - of odd ones
    pub odd: Vec<String>,
}
object! { Thing {
    required config_id, required created_at, optional created_by, required status, list odd,
} }

/// The required members of [`Thing`].
#[derive(Debug, Clone, PartialEq)]
pub struct ThingRequired {
    /// Config ID
    pub config_id: String,
    /// When it was made.
    pub created_at: String,
    /// See [`Thing::odd`](field@Thing::odd).
    pub odd: Vec<String>,
    /// The status of the thing.
    pub status: String,
}

impl Thing {
    /// With the members that must be set; the others start unset.
    pub fn new(required: ThingRequired) -> Self {
        new! { Self {
            config_id: required.config_id, created_at: required.created_at, status: required.status,
            odd: required.odd,
        } unset {
            created_by,
        } }
    }

    setters! { optional created_by: impl Into<String> }
}
