//! `ProviderError` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// A fault that the model provider found, or had.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ProviderError {
    /// The kind of fault, for instance `unprocessable_entity_error`.
    pub r#type: Option<String>,
    /// What is wrong, in the provider's words.
    pub message: String,
    /// The fault as an HTTP status.
    pub code: Option<i64>,
    /// Name of the provider.
    pub origin: Option<String>,
}
object! { ProviderError {
    optional r#type = "type", required message, optional code, optional origin,
} }
