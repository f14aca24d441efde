//! `Other` of the schema. Written by `cargo xtask generate`.

use crate::runtime::union;
use super::{Cat, Dog};

/// `Other` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Other {
    /// `Cat`.
    Cat(Cat),
    /// `Dog`.
    Dog(Dog),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { Other by "kind", else Unknown; Cat(Cat): object = "cat", Dog(Dog): object = "dog" }
