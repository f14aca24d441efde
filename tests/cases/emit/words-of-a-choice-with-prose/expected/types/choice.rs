//! `Choice` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{object, union};

/// `Choice` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Choice {
    /// Automatic: The gauge chooses
    Auto,
    /// `ChoiceEvery`.
    Every(ChoiceEvery),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { Choice, else Unknown, text, words { Auto = "auto" };
    Every(ChoiceEvery): object,
}

/// A variant of [`Choice`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ChoiceEvery {
    /// `every`.
    pub every: i64,
}
object! { ChoiceEvery { required every } }

impl ChoiceEvery {
    /// With all its members.
    pub fn new(every: i64) -> Self {
        Self { every }
    }
}
