//! `Apart` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{given, object};

/// `Apart` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Apart {
    /// `name`.
    pub name: String,
    /// `size`.
    pub size: i64,
    /// `tags`.
    pub tags: Vec<String>,
}
object! { Apart { required name, required size, list tags } }

impl Apart {
    /// With all its members.
    pub fn new(
        name: impl Into<String>,
        size: i64,
        tags: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self {
            name: name.into(),
            size,
            tags: given::list(tags),
        }
    }
}
