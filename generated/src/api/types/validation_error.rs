//! `ValidationError` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;
use std::collections::BTreeMap;
use super::LocationPart;

/// One thing in a request that does not fit.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ValidationError {
    /// Where it is, from the outside in, for instance `body`, `messages`, `0`, `role`.
    pub loc: Vec<LocationPart>,
    /// What is wrong, for people.
    pub msg: String,
    /// What is wrong, for programs, for instance `value_error.missing`.
    pub r#type: String,
    /// Values that belong to the fault, such as a limit. Seldom there.
    pub ctx: Option<BTreeMap<String, serde_json::Value>>,
}
object! { ValidationError { list loc, required msg, required r#type = "type", optional ctx } }
