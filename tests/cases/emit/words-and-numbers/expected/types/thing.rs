//! `Thing` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{UnknownNumber, numbers, object};
use super::Word;

/// `Thing` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `word`.
    pub word: Word,
    /// `number`.
    pub number: ThingNumber,
}
object! { Thing { required word, required number } }

impl Thing {
    /// With all its members.
    pub fn new(number: impl Into<ThingNumber>, word: Word) -> Self {
        Self {
            word,
            number: number.into(),
        }
    }
}

/// The `number` of [`Thing`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingNumber {
    /// `1` on the wire.
    N1,
    /// `-2` on the wire.
    Minus2,
    /// `300` on the wire.
    N300,
    /// A number that this crate does not know.
    Unknown(UnknownNumber),
}
numbers! { ThingNumber, else Unknown { N1 = 1, Minus2 = -2, N300 = 300 } }
