//! `ContentPart` of the schema. Written by `cargo xtask generate`.

use crate::runtime::union;
use super::{ImageContent, TextContent};

/// One part of a message, a text or an image.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ContentPart {
    /// `TextContent`.
    TextContent(TextContent),
    /// `ImageContent`.
    ImageContent(ImageContent),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { ContentPart by "type", else Unknown;
    TextContent(TextContent): object = "text", ImageContent(ImageContent): object = "image_url",
}
