//! `Open` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};
use std::collections::BTreeMap;

/// `Open` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Open {
    /// `size`.
    pub size: Option<i64>,
    /// Members beyond the ones above.
    pub additional_properties: BTreeMap<String, serde_json::Value>,
}
object! { Open { optional size } rest additional_properties }

impl Open {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        optional size: i64,
        plain additional_properties: impl Into<BTreeMap<String, serde_json::Value>>,
    }
}
