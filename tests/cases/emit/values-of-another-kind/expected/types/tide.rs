//! `Tide` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{Maybe, object, setters, union};
use super::Grammar;

/// `Tide` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Tide {
    /// `count`.
    pub count: Option<i64>,
    /// `stop`.
    ///
    /// Example: `["ebb"]`
    pub stop: Option<Vec<String>>,
    /// `exact`.
    pub exact: Option<bool>,
    /// `grammar`.
    pub grammar: Maybe<Grammar>,
    /// `place`.
    ///
    /// Example: `"Brest"`
    ///
    /// Server default: `null`.
    pub place: Maybe<String>,
    /// `level`. Server default: `3`.
    pub level: Option<TideLevel>,
}
object! { Tide {
    optional count, optional stop, optional exact, maybe grammar, maybe place, optional level,
} }

impl Tide {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        optional count: i64, optional stop [impl Into<String>], optional exact: bool,
        maybe grammar: Grammar, null grammar_null = grammar, maybe place: impl Into<String>,
        null place_null = place, optional level: impl Into<TideLevel>,
    }
}

/// The `level` of [`Tide`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum TideLevel {
    /// A string.
    String(String),
    /// A number.
    Number(f64),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { TideLevel, else Unknown, text String; String: string, Number(f64): number }
