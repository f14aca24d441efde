//! `Thing` of the schema. Written by `cargo xtask generate`.

use crate::runtime::union;
use super::{Loose, Strict};

/// `Thing` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Thing {
    /// `Strict`.
    Strict(Strict),
    /// `Loose`.
    Loose(Loose),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { Thing, else Unknown; Strict(Strict): object, Loose(Loose): object }
