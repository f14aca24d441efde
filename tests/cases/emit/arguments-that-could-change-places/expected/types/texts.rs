//! `Texts` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;
use super::Content;

/// `Texts` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Texts {
    /// `content`.
    pub content: Content,
    /// `name`.
    pub name: String,
}
object! { Texts { required content, required name } }

/// The required members of [`Texts`].
#[derive(Debug, Clone, PartialEq)]
pub struct TextsRequired {
    /// `content`.
    pub content: Content,
    /// `name`.
    pub name: String,
}

impl Texts {
    /// With all its members.
    pub fn new(required: TextsRequired) -> Self {
        Self {
            content: required.content,
            name: required.name,
        }
    }
}
