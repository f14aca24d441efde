//! Types of the operation `getChosen`. Written by `cargo xtask generate`.

use crate::runtime::union;
use super::{Lizard, Reptile};

/// The answer of [`Client::get_chosen`](crate::Client::get_chosen).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum GetChosenReply {
    /// `Reptile`.
    Reptile(Reptile),
    /// `Lizard`.
    Lizard(Lizard),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { GetChosenReply by "petType", else Unknown;
    Reptile: object = "Reptile", Lizard: object = "Lizard",
}
