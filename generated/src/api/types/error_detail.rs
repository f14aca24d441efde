//! `ErrorDetail` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{from, union};
use super::{ProviderError, ValidationError};

/// What is wrong, as a sentence, as the provider's fault, or as a list of faults.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ErrorDetail {
    /// A string.
    Message(String),
    /// `ProviderError`.
    ProviderError(ProviderError),
    /// A list.
    Validation(Vec<ValidationError>),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}

union! { ErrorDetail, else Unknown; Message: string, ProviderError: object, Validation: array }

from! { ErrorDetail {
    Message(&str), Message(String), ProviderError(ProviderError), Validation(Vec<ValidationError>),
} }
