//! `LegacyToolChoice` of the schema. Written by `cargo xtask generate`.

use crate::runtime::union;
use std::collections::BTreeMap;

/// The old form of a tool choice: `none`, `auto`, or a map whose member
/// `name` is the name of the tool to call.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum LegacyToolChoice {
    /// Word
    Word(String),
    /// Named
    Named(BTreeMap<String, String>),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { LegacyToolChoice, else Unknown, text Word;
    Word: string, Named(BTreeMap<String, String>): object,
}
