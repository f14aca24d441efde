//! `ProviderFailure` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;
use super::ProviderError;

/// The body of a failure that the model provider caused.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ProviderFailure {
    /// The fault.
    pub detail: ProviderError,
}
object! { ProviderFailure { required detail } }
