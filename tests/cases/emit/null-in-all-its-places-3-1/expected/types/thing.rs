//! `Thing` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{Maybe, UnknownWord, new, object, setters, union, words};
use super::Part;

/// `Thing` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `must`.
    pub must: Option<String>,
    /// `may`.
    pub may: Maybe<String>,
    /// `word`.
    pub word: Maybe<ThingWord>,
    /// `items`.
    pub items: Option<Vec<Option<i64>>>,
    /// `choice`.
    pub choice: Option<Part>,
    /// `choices`.
    pub choices: Maybe<ThingChoices>,
    /// `nothing`.
    pub nothing: Maybe<serde_json::Value>,
}
object! { Thing {
    nullable must, maybe may, maybe word, optional items, nullable choice, maybe choices,
    maybe nothing,
} }

impl Thing {
    /// With the members that must be set; the others start unset.
    pub fn new(choice: Option<Part>, must: Option<String>) -> Self {
        new! { Self { must, choice } unset { may, word, items, choices, nothing } }
    }

    setters! {
        maybe may: impl Into<String>, null may_null = may, maybe word: impl Into<ThingWord>,
        null word_null = word, optional items [Option<i64>], maybe choices: impl Into<ThingChoices>,
        null choices_null = choices, maybe nothing: impl Into<serde_json::Value>,
        null nothing_null = nothing,
    }
}

/// The `word` of [`Thing`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingWord {
    /// `a` on the wire.
    A,
    /// `b` on the wire.
    B,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { ThingWord, else Unknown { A = "a", B = "b" } }

/// The `choices` of [`Thing`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ThingChoices {
    /// A string.
    String(String),
    /// A number.
    Integer(i64),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { ThingChoices, else Unknown, text String; String: string, Integer(i64): number }
