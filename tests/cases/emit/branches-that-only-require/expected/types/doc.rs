//! `Doc` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{new, object, setters};

/// `Doc` of the schema.
///
/// Exactly one of `category` and `slug` must be set;
/// a strict client refuses a request without any of them.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Doc {
    /// `title`.
    pub title: String,
    /// `category`. Exactly one of this and `slug` must be set.
    pub category: Option<String>,
    /// `slug`. Exactly one of this and `category` must be set.
    pub slug: Option<String>,
}
object! { Doc { required title, optional category, optional slug } expect_one { category, slug } }

impl Doc {
    /// With the members that must be set; the others start unset.
    pub fn new(title: impl Into<String>) -> Self {
        new! { Self { title: title.into() } unset { category, slug } }
    }

    setters! { optional category: impl Into<String>, optional slug: impl Into<String> }
}
