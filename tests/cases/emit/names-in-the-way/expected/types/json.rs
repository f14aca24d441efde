//! `Json` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// `Json` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct JsonValue {
    /// `value`.
    pub value: Option<serde_json::Value>,
}
object! { JsonValue { optional value } }
