//! `ResponseFormatType` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{UnknownWord, words};

/// The kind of a response format: any JSON object, or JSON after a schema.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ResponseFormatType {
    /// `json_object` on the wire.
    JsonObject,
    /// `json_schema` on the wire.
    JsonSchema,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { ResponseFormatType, else Unknown {
    JsonObject = "json_object", JsonSchema = "json_schema",
} }
