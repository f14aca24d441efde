//! `ResponseFormat` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{new, object, setters};
use std::collections::BTreeMap;
use super::ResponseFormatType;

/// The format that a model's answer must have.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ResponseFormat {
    /// The kind of format.
    pub r#type: ResponseFormatType,
    /// The JSON Schema of the answer, for the type `json_schema`.
    pub json_schema: Option<BTreeMap<String, serde_json::Value>>,
}
object! { ResponseFormat { required r#type = "type", optional json_schema } }

impl ResponseFormat {
    /// With the members that must be set; the others start unset.
    pub fn new(r#type: ResponseFormatType) -> Self {
        new! { Self { r#type } unset { json_schema } }
    }

    setters! { optional json_schema: impl Into<BTreeMap<String, serde_json::Value>> }
}
