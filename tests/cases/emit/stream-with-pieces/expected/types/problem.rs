// Written by `cargo xtask generate`; change the schema and run it again.
//! `Problem` of the schema.

use crate::runtime::object;

/// `Problem` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// `message`.
    pub message: Option<String>,
}

object! { Problem { optional message } }
