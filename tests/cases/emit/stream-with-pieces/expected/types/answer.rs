// Written by `cargo xtask generate`; change the schema and run it again.
//! `Answer` of the schema.

use crate::runtime::object;

/// `Answer` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Answer {
    /// `text`.
    pub text: String,
}

object! { Answer { required text } }
