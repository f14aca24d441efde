//! `Thing` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{UnknownNumber, numbers, object, setters};

/// `Thing` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `plain`.
    pub plain: Option<i64>,
    /// `small`.
    pub small: Option<i32>,
    /// `byte`.
    pub byte: Option<u8>,
    /// `big`.
    pub big: Option<u64>,
    /// `index`.
    pub index: Option<u64>,
    /// `huge`. Value: at most 36893488147419103232.
    pub huge: Option<i128>,
    /// `count`. Value: at least 0, at most 18446744073709551615.
    pub count: Option<u64>,
    /// `share`.
    pub share: Option<f64>,
    /// `words`.
    pub words: Option<ThingWords>,
}
object! { Thing {
    optional plain, optional small, optional byte, optional big, optional index, optional huge,
    optional count, optional share, optional words,
} }

impl Thing {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        optional plain: i64, optional small: i32, optional byte: u8, optional big: u64,
        optional index: u64, optional huge: i128, optional count: u64, optional share: f64,
        optional words: impl Into<ThingWords>,
    }
}

/// The `words` of [`Thing`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingWords {
    /// `1` on the wire.
    N1,
    /// `2` on the wire.
    N2,
    /// `4` on the wire.
    N4,
    /// A number that this crate does not know.
    Unknown(UnknownNumber),
}
numbers! { ThingWords, else Unknown { N1 = 1, N2 = 2, N4 = 4 } }
