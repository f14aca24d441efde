//! `UnprocessableEntity` of the schema. Written by `cargo xtask generate`.

use crate::runtime::union;
use super::{HttpValidationError, ProviderFailure};

/// The body of a 422: faults found in the request, or the fault that the
/// model provider found.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum UnprocessableEntity {
    /// `ProviderFailure`.
    ProviderFailure(ProviderFailure),
    /// `HttpValidationError`.
    HttpValidationError(HttpValidationError),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { UnprocessableEntity, else Unknown; ProviderFailure: object, HttpValidationError: object }
