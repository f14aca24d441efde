//! `ToolType` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{UnknownWord, words};

/// The kind of a tool; functions are the only one known.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ToolType {
    /// `function` on the wire.
    Function,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { ToolType, else Unknown { Function = "function" } }
