//! `Thing` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{Maybe, UnknownWord, new, object, setters, words};
use std::collections::BTreeMap;
use super::Name;

/// `Thing` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `must`.
    pub must: Option<String>,
    /// `may`.
    pub may: Maybe<String>,
    /// `never`.
    pub never: Option<String>,
    /// `word`.
    pub word: Maybe<ThingWord>,
    /// `items`.
    pub items: Option<Vec<Option<i64>>>,
    /// `map`.
    pub map: Option<BTreeMap<String, Option<i64>>>,
    /// `name`.
    pub name: Maybe<Name>,
    /// `names`.
    pub names: Option<Vec<Option<Name>>>,
}
object! { Thing {
    nullable must, maybe may, optional never, maybe word, optional items, optional map, maybe name,
    optional names,
} }

impl Thing {
    /// With the members that must be set; the others start unset.
    pub fn new(must: Option<String>) -> Self {
        new! { Self { must } unset { may, never, word, items, map, name, names } }
    }

    setters! {
        maybe may: impl Into<String>, null may_null = may, optional never: impl Into<String>,
        maybe word: impl Into<ThingWord>, null word_null = word, optional items [Option<i64>],
        optional map: impl Into<BTreeMap<String, Option<i64>>>, maybe name: impl Into<Name>,
        null name_null = name, optional names [Option<Name>],
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
