//! `ChatSample` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;
use std::collections::BTreeMap;
use super::{ChatMessage, FinishReason, FunctionCall, ToolCall, ToolResult};

/// One answer of a chat model. Called `ChatDataResponse` in the vendor's document.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ChatSample {
    /// Id of the log, under which feedback to this sample is given later.
    pub id: String,
    /// Number of the sample, from 0 up to one less than `num_samples`.
    pub index: i64,
    /// The generated text, without white space at its ends.
    pub output: String,
    /// The generated text, just as the provider gave it.
    pub raw_output: String,
    /// The values for the variables in the chat template. Empty when the
    /// request set `return_inputs` to false.
    ///
    /// Empty when missing or null.
    pub inputs: BTreeMap<String, serde_json::Value>,
    /// Why the text ends here.
    pub finish_reason: Option<FinishReason>,
    /// Id of the model configuration that made the sample.
    pub model_config_id: String,
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
    /// The answer as a message, ready to be appended to the messages of the
    /// next request.
    pub output_message: ChatMessage,
}
object! { ChatSample {
    required id, required index, required output, required raw_output, or_empty inputs,
    optional finish_reason, required model_config_id, or_empty tool_results, or_empty messages,
    optional tool_call, or_empty tool_calls, required output_message,
} }
