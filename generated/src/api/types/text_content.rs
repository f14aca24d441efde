//! `TextContent` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// A text as a part of a message. Called `TextChatContent` in the vendor's document.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TextContent {
    /// The text.
    pub text: String,
}
object! { TextContent { required text } constants { "type": Str("text") } }

impl TextContent {
    /// With all its members.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into() }
    }
}
