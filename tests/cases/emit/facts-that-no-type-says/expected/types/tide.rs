//! `Tide` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{Base64, new, object, setters};
use super::Tool;

/// `Tide` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Tide {
    /// What it is called. Length: at least 1, at most 20.
    pub name: String,
    /// `mail`. Format: `email`.
    pub mail: String,
    /// `page`. Format: `url`.
    pub page: String,
    /// Where.
    pub port: url::Url,
    /// One.
    ///
    /// Two.
    ///
    /// Length: at most 9.
    pub note: String,
    /// `level`. Format: `int64`.
    pub level: Option<String>,
    /// `width`. Format: `decimal`.
    pub width: Option<f64>,
    /// `whole`.
    pub whole: Option<i64>,
    /// A picture in base64.
    pub images: Option<Vec<Base64>>,
    /// `tool`.
    pub tool: Option<Tool>,
}
object! { Tide {
    required name, required mail, required page, required port, required note, optional level,
    optional width, optional whole, optional images, optional tool,
} }

/// The required members of [`Tide`].
#[derive(Debug, Clone, PartialEq)]
pub struct TideRequired {
    /// `mail`. Format: `email`.
    pub mail: String,
    /// What it is called. Length: at least 1, at most 20.
    pub name: String,
    /// One. Length: at most 9.
    pub note: String,
    /// `page`. Format: `url`.
    pub page: String,
    /// Where.
    pub port: url::Url,
}

impl Tide {
    /// With the members that must be set; the others start unset.
    pub fn new(required: TideRequired) -> Self {
        new! { Self {
            name: required.name, mail: required.mail, page: required.page, port: required.port,
            note: required.note,
        } unset {
            level, width, whole, images, tool,
        } }
    }

    setters! {
        optional level: impl Into<String>, optional width: f64, optional whole: i64,
        optional images [impl Into<Base64>], optional tool: Tool,
    }
}
