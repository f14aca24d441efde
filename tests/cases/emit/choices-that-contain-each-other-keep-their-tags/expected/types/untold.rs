//! `Untold` of the schema. Written by `cargo xtask generate`.

use crate::runtime::union;
use super::{Cat, Dog, Eel};

/// `Untold` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Untold {
    /// `Dog`.
    Dog(Dog),
    /// `Cat`.
    Cat(Cat),
    /// `Eel`.
    Eel(Eel),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { Untold by "kind", else Unknown;
    Dog(Dog): object = "dog" | "hound", Cat(Cat): object = "cat", Eel(Eel): object = "eel",
}
