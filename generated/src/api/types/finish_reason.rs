//! `FinishReason` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{UnknownWord, words};

/// Why a generated text ends.
///
/// - `stop`: the model came to an end, or to a stop word.
/// - `length`: the limit of tokens was reached.
/// - `tool_call`: the model wants a tool called.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FinishReason {
    /// `stop` on the wire.
    Stop,
    /// `length` on the wire.
    Length,
    /// `tool_call` on the wire.
    ToolCall,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { FinishReason, else Unknown { Stop = "stop", Length = "length", ToolCall = "tool_call" } }
