//! `Form` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};
use std::collections::BTreeMap;

/// `Form` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Form {
    /// `tags`.
    pub tags: Option<Vec<String>>,
    /// `name`.
    pub name: Option<String>,
    /// `place`.
    pub place: Option<BTreeMap<String, String>>,
    /// `whole`.
    pub whole: Option<BTreeMap<String, String>>,
}
object! { Form { optional tags, optional name, optional place, optional whole } }

impl Form {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        optional tags [impl Into<String>], optional name: impl Into<String>,
        optional place: impl Into<BTreeMap<String, String>>,
        optional whole: impl Into<BTreeMap<String, String>>,
    }
}
