//! `ChatMessage` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{new, object, setters};
use super::{ChatRole, FunctionCall, MessageContent, ToolCall};

/// A message of a chat. Called `ChatMessageWithToolCall` in the vendor's document.
///
/// The output message of a whole answer can be appended to the messages of the
/// next request as it is.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ChatMessage {
    /// What the message says. Null when an assistant's message only calls tools.
    pub content: Option<MessageContent>,
    /// Name of the author.
    pub name: Option<String>,
    /// Id of the tool call that the message answers, for the role `tool`.
    pub tool_call_id: Option<String>,
    /// Who the author is.
    pub role: ChatRole,
    /// The tool calls that the assistant asks for.
    pub tool_calls: Option<Vec<ToolCall>>,
    /// The tool call that the assistant asks for, in its old form. Use
    /// `tool_calls` instead.
    #[deprecated]
    pub tool_call: Option<FunctionCall>,
}
object! { ChatMessage {
    optional content, optional name, optional tool_call_id, required role, optional tool_calls,
    optional tool_call,
} }

impl ChatMessage {
    /// With the members that must be set; the others start unset.
    #[expect(deprecated, reason = "deprecated members start unset too")]
    pub fn new(role: ChatRole) -> Self {
        new! { Self { role } unset { content, name, tool_call_id, tool_calls, tool_call } }
    }

    setters! {
        optional content: impl Into<MessageContent>, optional name: impl Into<String>,
        optional tool_call_id: impl Into<String>, optional tool_calls [ToolCall],
        #[deprecated] optional tool_call: FunctionCall,
    }
}
