//! `Word` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{UnknownWord, words};

/// A word.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Word {
    /// `asc`.
    Asc2,
    /// `ASC`.
    Asc,
    /// (blank).
    Empty,
    /// `=`.
    Equal,
    /// `+1`.
    Plus1,
    /// `unknown`.
    Unknown2,
    /// `self`.
    SelfValue,
    /// `two words`.
    TwoWords,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { Word, else Unknown {
    Asc2 = "asc", Asc = "ASC", Empty = "", Equal = "=", Plus1 = "+1", Unknown2 = "unknown",
    SelfValue = "self", TwoWords = "two words",
} }
