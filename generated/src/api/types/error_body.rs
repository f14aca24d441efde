// Written by `cargo xtask generate`; change the schema and run it again.
//! `ErrorBody` of the schema.

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
