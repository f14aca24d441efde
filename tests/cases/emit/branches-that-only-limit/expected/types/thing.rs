//! `Thing` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// `Thing` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `size`.
    pub size: Option<i64>,
    /// `any`.
    pub any: Option<serde_json::Value>,
}
object! { Thing { optional size, optional any } }
