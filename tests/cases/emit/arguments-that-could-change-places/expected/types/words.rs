//! `Words` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;
use super::Role;

/// `Words` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Words {
    /// `role`.
    pub role: Role,
    /// `value`.
    pub value: serde_json::Value,
}
object! { Words { required role, required value } }

/// What every [`Words`] has.
#[derive(Debug, Clone, PartialEq)]
pub struct WordsRequired {
    /// `role`.
    pub role: Role,
    /// `value`.
    pub value: serde_json::Value,
}

impl Words {
    /// With all its members.
    pub fn new(required: WordsRequired) -> Self {
        Self {
            role: required.role,
            value: required.value,
        }
    }
}
