//! The types of an event with derived `Deserialize`: what the client's own way of reading is held against.

use std::collections::BTreeMap;

use humanloop::types::{
    ChatMessage, FinishReason, FunctionCall, ToolCall, ToolChoice, ToolResult, Usage,
};
use serde::Deserialize;
use serde_json::Value;

/// Reads null as nothing.
fn or_empty<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Default + Deserialize<'de>,
    D: serde::Deserializer<'de>,
{
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

/// The members of [`humanloop::types::ChatEvent`].
#[derive(Deserialize)]
#[expect(dead_code, reason = "only read, as in the type it stands for")]
pub(crate) struct Event {
    project_id: Option<String>,
    num_samples: Option<i64>,
    logprobs: Option<i64>,
    suffix: Option<String>,
    user: Option<String>,
    data: Vec<Piece>,
    usage: Option<Usage>,
    metadata: Option<BTreeMap<String, Value>>,
    #[serde(default, deserialize_with = "or_empty")]
    provider_responses: Vec<Value>,
    provider_request: Option<BTreeMap<String, Value>>,
    session_id: Option<String>,
    tool_choice: Option<ToolChoice>,
}

/// The members of [`humanloop::types::ChatPiece`].
#[derive(Deserialize)]
#[expect(dead_code, reason = "only read, as in the type it stands for")]
struct Piece {
    id: Option<String>,
    index: Option<i64>,
    output: Option<String>,
    raw_output: Option<String>,
    #[serde(default, deserialize_with = "or_empty")]
    inputs: BTreeMap<String, Value>,
    finish_reason: Option<FinishReason>,
    model_config_id: Option<String>,
    #[serde(default, deserialize_with = "or_empty")]
    tool_results: Vec<ToolResult>,
    #[serde(default, deserialize_with = "or_empty")]
    messages: Vec<ChatMessage>,
    tool_call: Option<FunctionCall>,
    #[serde(default, deserialize_with = "or_empty")]
    tool_calls: Vec<ToolCall>,
    output_message: Option<ChatMessage>,
}
