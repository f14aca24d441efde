//! `ChatPiece` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{Piece, object};
use std::collections::BTreeMap;
use super::{ChatMessage, FinishReason, FunctionCall, ToolCall, ToolResult};

/// A piece of one sample of a streamed chat: the members of a `ChatSample`,
/// none of which must be there.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ChatPiece {
    /// Id of the log, the same in all pieces of a sample.
    pub id: Option<String>,
    /// Number of the sample that the piece belongs to, from 0. A piece
    /// without one belongs to sample 0.
    pub index: Option<i64>,
    /// The text of this piece, with the spaces that join it to its neighbours.
    pub output: Option<String>,
    /// The text of this piece, just as the provider gave it.
    pub raw_output: Option<String>,
    /// The values for the variables in the chat template. Empty when the
    /// request set `return_inputs` to false.
    ///
    /// Empty when missing or null.
    pub inputs: BTreeMap<String, serde_json::Value>,
    /// Why the sample ends with this piece. Null in every piece but a sample's last.
    pub finish_reason: Option<FinishReason>,
    /// Id of the model configuration that makes the sample.
    pub model_config_id: Option<String>,
    /// Results of the tools that were run to fill in the template. Empty when missing or null.
    pub tool_results: Vec<ToolResult>,
    /// The messages as the provider got them, with the template filled in.
    ///
    /// Empty when missing or null.
    pub messages: Vec<ChatMessage>,
    /// The first tool call, when the finish reason is `tool_call`. Use the
    /// tool calls of `output_message` instead.
    #[deprecated]
    pub tool_call: Option<FunctionCall>,
    /// The tool calls, when the finish reason is `tool_call`. The documents
    /// recommend the ones of `output_message` instead.
    ///
    /// Empty when missing or null.
    pub tool_calls: Vec<ToolCall>,
    /// The piece as a message. It holds the text of this piece alone, so it is
    /// not the message to send back; tool calls are whole in it, and come with
    /// the finish reason `tool_call`.
    pub output_message: Option<ChatMessage>,
}
object! { ChatPiece {
    optional id, optional index, optional output, optional raw_output, or_empty inputs,
    optional finish_reason, optional model_config_id, or_empty tool_results, or_empty messages,
    optional tool_call, or_empty tool_calls, optional output_message,
} }

impl Piece for ChatPiece {
    type Key = i64;

    fn key(&self) -> Self::Key {
        self.index.unwrap_or_default()
    }

    fn text(&self) -> Option<&str> {
        self.output.as_deref()
    }

    fn finish(&self) -> Option<&str> {
        self.finish_reason.as_ref().map(FinishReason::as_str)
    }

    #[expect(deprecated, reason = "deprecated members come too")]
    fn update(&mut self, later: Self) {
        self.id = later.id.or(self.id.take());
        self.index = later.index.or(self.index.take());
        self.output = later.output.or(self.output.take());
        self.raw_output = later.raw_output.or(self.raw_output.take());
        if !later.inputs.is_empty() {
            self.inputs = later.inputs;
        }
        self.finish_reason = later.finish_reason.or(self.finish_reason.take());
        self.model_config_id = later.model_config_id.or(self.model_config_id.take());
        if !later.tool_results.is_empty() {
            self.tool_results = later.tool_results;
        }
        if !later.messages.is_empty() {
            self.messages = later.messages;
        }
        self.tool_call = later.tool_call.or(self.tool_call.take());
        if !later.tool_calls.is_empty() {
            self.tool_calls = later.tool_calls;
        }
        self.output_message = later.output_message.or(self.output_message.take());
    }
}
