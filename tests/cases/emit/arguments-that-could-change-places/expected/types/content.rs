//! `Content` of the schema. Written by `cargo xtask generate`.

use crate::runtime::union;

/// `Content` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Content {
    /// A string.
    String(String),
    /// A list.
    List(Vec<String>),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { Content, else Unknown, text String; String: string, List(Vec<String>): array }
