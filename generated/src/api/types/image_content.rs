//! `ImageContent` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;
use super::ImageUrl;

/// An image as a part of a message. Called `ImageChatContent` in the vendor's document.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ImageContent {
    /// The image.
    pub image_url: ImageUrl,
}
object! { ImageContent { required image_url } constants { "type": Str("image_url") } }

impl ImageContent {
    /// With all its members.
    pub fn new(image_url: ImageUrl) -> Self {
        Self { image_url }
    }
}
