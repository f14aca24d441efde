//! `MessageContent` of the schema. Written by `cargo xtask generate`.

use crate::runtime::union;
use super::ContentPart;

/// What a message says, as plain text or as a list of texts and images.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum MessageContent {
    /// Text
    Text(String),
    /// Parts
    Parts(Vec<ContentPart>),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { MessageContent, else Unknown, text Text; Text: string, Parts(Vec<ContentPart>): array }
