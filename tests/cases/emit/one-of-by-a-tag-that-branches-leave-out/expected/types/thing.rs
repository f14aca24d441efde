//! `Thing` of the schema. Written by `cargo xtask generate`.

use crate::runtime::union;
use super::{Cat, Dog, Open};

/// `Thing` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Thing {
    /// `Cat`.
    Cat(Cat),
    /// `Dog`.
    Dog(Dog),
    /// `Open`.
    Open(Open),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { Thing by "kind", else Unknown;
    Cat(Cat): object = "cat" adds "cat", Dog(Dog): object = "dog" adds "dog",
    Open(Open): object = "Open" adds "Open",
}
