//! `HttpValidationError` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;
use super::ValidationError;

/// What does not fit in a request. Called `HTTPValidationError` in the vendor's document.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct HttpValidationError {
    /// The faults, one by one. Empty when missing or null.
    pub detail: Vec<ValidationError>,
}
object! { HttpValidationError { or_empty detail } }
