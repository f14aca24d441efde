//! `Parts` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{Upload, new, object, setters};

/// `Parts` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Parts {
    /// `file`.
    pub file: Upload,
    /// `more`.
    pub more: Option<Vec<Upload>>,
    /// `name`.
    pub name: Option<String>,
}
object! { Parts { required file, optional more, optional name } }

impl Parts {
    /// With the members that must be set; the others start unset.
    pub fn new(file: impl Into<Upload>) -> Self {
        new! { Self { file: file.into() } unset { more, name } }
    }

    setters! { optional more [impl Into<Upload>], optional name: impl Into<String> }
}
