//! `Form` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};

/// `Form` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Form {
    /// `tags`.
    pub tags: Option<Vec<String>>,
    /// `name`.
    pub name: Option<String>,
}
object! { Form { optional tags, optional name } }

impl Form {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional tags: impl Into<Vec<String>>, optional name: impl Into<String> }
}
