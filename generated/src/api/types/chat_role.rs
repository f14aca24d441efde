//! `ChatRole` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{UnknownWord, words};

/// The author of a message, by its part in the chat.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ChatRole {
    /// `user` on the wire.
    User,
    /// `assistant` on the wire.
    Assistant,
    /// `system` on the wire.
    System,
    /// `tool` on the wire.
    Tool,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { ChatRole, else Unknown {
    User = "user", Assistant = "assistant", System = "system", Tool = "tool",
} }
