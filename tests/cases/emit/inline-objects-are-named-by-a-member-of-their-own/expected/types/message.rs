//! `Message` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{given, new, object, setters, union};

/// `Message` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Message {
    /// `MessageWithContent`.
    Content(MessageWithContent),
    /// `MessageWithCalls`.
    Calls(MessageWithCalls),
    /// `MessageWithReason`.
    Reason(MessageWithReason),
    /// `MessageRole`.
    Role(MessageRole),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { Message, else Unknown;
    Content(MessageWithContent): object, Calls(MessageWithCalls): object,
    Reason(MessageWithReason): object, Role(MessageRole): object,
}

/// A variant of [`Message`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MessageWithContent {
    /// `role`.
    pub role: String,
    /// `note`.
    pub note: Option<String>,
    /// `content`.
    pub content: String,
}
object! { MessageWithContent { required role, optional note, required content } }

/// The required members of [`MessageWithContent`].
#[derive(Debug, Clone, PartialEq)]
pub struct MessageWithContentRequired {
    /// `content`.
    pub content: String,
    /// `role`.
    pub role: String,
}

impl MessageWithContent {
    /// With the members that must be set; the others start unset.
    pub fn new(required: MessageWithContentRequired) -> Self {
        new! { Self { role: required.role, content: required.content } unset { note } }
    }

    setters! { optional note: impl Into<String> }
}

/// A variant of [`Message`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MessageWithCalls {
    /// `role`.
    pub role: String,
    /// `calls`.
    pub calls: Vec<String>,
}
object! { MessageWithCalls { required role, list calls } }

impl MessageWithCalls {
    /// With all its members.
    pub fn new(
        calls: impl IntoIterator<Item = impl Into<String>>,
        role: impl Into<String>,
    ) -> Self {
        Self {
            role: role.into(),
            calls: given::list(calls),
        }
    }
}

/// A variant of [`Message`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MessageWithReason {
    /// `role`.
    pub role: String,
    /// `reason`.
    pub reason: Option<String>,
}
object! { MessageWithReason { required role, optional reason } }

impl MessageWithReason {
    /// With the members that must be set; the others start unset.
    pub fn new(role: impl Into<String>) -> Self {
        new! { Self { role: role.into() } unset { reason } }
    }

    setters! { optional reason: impl Into<String> }
}

/// A variant of [`Message`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MessageRole {
    /// `role`.
    pub role: String,
}
object! { MessageRole { required role } }

impl MessageRole {
    /// With all its members.
    pub fn new(role: impl Into<String>) -> Self {
        Self { role: role.into() }
    }
}
