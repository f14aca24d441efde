//! `Thing` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{from, union};
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

union! { Thing, else Unknown; Strict: object, Loose: object }

from! { Thing { Strict(Strict), Loose(Loose) } }
