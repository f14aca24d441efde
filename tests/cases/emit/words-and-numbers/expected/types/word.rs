//! `Word` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{UnknownWord, words};

/// A word.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Word {
    /// `asc` on the wire.
    Asc2,
    /// `ASC` on the wire.
    Asc,
    /// (blank) on the wire.
    Empty,
    /// `=` on the wire.
    Equal,
    /// `+1` on the wire.
    Plus1,
    /// `unknown` on the wire.
    Unknown2,
    /// `self` on the wire.
    SelfValue,
    /// `two words` on the wire.
    TwoWords,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { Word, else Unknown {
    Asc2 = "asc", Asc = "ASC", Empty = "", Equal = "=", Plus1 = "+1", Unknown2 = "unknown",
    SelfValue = "self", TwoWords = "two words",
} }
