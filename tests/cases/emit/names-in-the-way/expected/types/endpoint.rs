//! `Endpoint` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;
use super::{Con, JsonValue};

/// `Endpoint` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Endpoint {
    /// `json`.
    pub json: Option<JsonValue>,
    /// `con`.
    pub con: Option<Con>,
}
object! { Endpoint { optional json, optional con } }
