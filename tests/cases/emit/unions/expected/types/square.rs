//! `Square` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// `Square` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Square {
    /// `type`.
    pub r#type: String,
    /// `side`.
    pub side: f64,
}
object! { Square { required r#type = "type", required side } }

impl Square {
    /// With all its members.
    pub fn new(side: f64, r#type: impl Into<String>) -> Self {
        Self {
            r#type: r#type.into(),
            side,
        }
    }
}
