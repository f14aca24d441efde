//! `MessageContent` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{from, union};
use super::ContentPart;

/// What a message says, as plain text or as a list of texts and images.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum MessageContent {
    /// A string.
    Text(String),
    /// A list.
    Parts(Vec<ContentPart>),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}

union! { MessageContent, else Unknown; Text: string, Parts: array }

from! { MessageContent { Text(&str), Text(String), Parts(Vec<ContentPart>) } }
