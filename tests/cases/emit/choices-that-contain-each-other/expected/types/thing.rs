//! `Thing` of the schema. Written by `cargo xtask generate`.

use crate::runtime::union;
use super::{Cat, Dog};

/// `Thing` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Thing {
    /// `Dog`.
    Dog(Dog),
    /// `Cat`.
    Cat(Cat),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { Thing by "kind", else Unknown; Dog: object = "dog", Cat: object = "cat" }
