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

impl Words {
    /// With all its members.
    pub fn new(role: Role, value: impl Into<serde_json::Value>) -> Self {
        Self { role, value: value.into() }
    }
}
