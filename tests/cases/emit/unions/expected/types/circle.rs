//! `Circle` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// `Circle` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Circle {
    /// `type`.
    pub r#type: String,
    /// `radius`.
    pub radius: f64,
}
object! { Circle { required r#type = "type", required radius } }

impl Circle {
    /// With all its members.
    pub fn new(radius: f64, r#type: impl Into<String>) -> Self {
        Self {
            r#type: r#type.into(),
            radius,
        }
    }
}
