//! `Thing` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{object, union};

/// `Thing` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Thing {
    /// `ThingText`.
    Text(ThingText),
    /// `ThingImage`.
    Image(ThingImage),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { Thing by "type", else Unknown;
    Text(ThingText): object = "text", Image(ThingImage): object = "image",
}

/// Text
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ThingText {
    /// `text`.
    pub text: String,
}
object! { ThingText { required text } constants { "type": Str("text") } }

impl ThingText {
    /// With all its members.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into() }
    }
}

/// Image
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ThingImage {
    /// `url`.
    pub url: String,
}
object! { ThingImage { required url } constants { "type": Str("image") } }

impl ThingImage {
    /// With all its members.
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into() }
    }
}
