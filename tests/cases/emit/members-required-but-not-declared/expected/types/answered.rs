//! `Answered` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// `Answered` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Answered {
    /// `name`.
    pub name: String,
    /// `kind`.
    pub kind: Option<serde_json::Value>,
}
object! { Answered { required name, optional kind } }
