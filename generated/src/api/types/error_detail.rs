//! `ErrorDetail` of the schema. Written by `cargo xtask generate`.

use crate::runtime::union;
use super::{ProviderError, ValidationError};

/// What is wrong, as a sentence, as the provider's fault, or as a list of faults.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ErrorDetail {
    /// Message
    Message(String),
    /// `ProviderError`.
    ProviderError(ProviderError),
    /// Validation
    Validation(Vec<ValidationError>),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { ErrorDetail, else Unknown; Message: string, ProviderError: object, Validation: array }
