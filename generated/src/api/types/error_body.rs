//! `ErrorBody` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;
use super::ErrorDetail;

/// The body of a failure, in whichever of its forms. A 422 can be read as
/// this too.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ErrorBody {
    /// What is wrong.
    pub detail: Option<ErrorDetail>,
}
object! { ErrorBody { optional detail } }
