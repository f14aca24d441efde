//! `ChatEvent` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{Pieces, object};
use std::collections::BTreeMap;
use super::{ChatPiece, ToolChoice, Usage};

/// One event of a streamed chat: a few tokens, of one sample as a rule.
///
/// Join the `output` of the pieces of one `index` to get the text of that
/// sample. Only `data` is always there.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ChatEvent {
    /// Id of the project of the log. Missing when the request named no project.
    pub project_id: Option<String>,
    /// The number of chat responses. Default: `1`.
    pub num_samples: Option<i64>,
    /// How many log probabilities per token were asked for. They are found
    /// in `provider_responses`.
    pub logprobs: Option<i64>,
    /// The text that follows the completion, for models that insert.
    pub suffix: Option<String>,
    /// The id of the end user that was handed on to the model provider.
    pub user: Option<String>,
    /// The pieces of the chat responses that this event brings, usually one.
    pub data: Vec<ChatPiece>,
    /// How many tokens were used.
    pub usage: Option<Usage>,
    /// What else was kept with the log.
    pub metadata: Option<BTreeMap<String, serde_json::Value>>,
    /// What the model provider sent for this event, untouched. Empty when missing or null.
    pub provider_responses: Vec<serde_json::Value>,
    /// What was sent to the model provider, untouched.
    pub provider_request: Option<BTreeMap<String, serde_json::Value>>,
    /// Humanloop's id of the log's session, if it has one; also when the
    /// request named the session by an id of your own.
    pub session_id: Option<String>,
    /// Whether the model was to call a tool, and which.
    pub tool_choice: Option<ToolChoice>,
}
object! { ChatEvent {
    optional project_id, optional num_samples, optional logprobs, optional suffix, optional user,
    list data, optional usage, optional metadata, or_empty provider_responses,
    optional provider_request, optional session_id, optional tool_choice,
} }

impl Pieces for ChatEvent {
    type Piece = ChatPiece;

    fn pieces(&self) -> &[ChatPiece] {
        &self.data
    }

    fn into_pieces(self) -> Vec<ChatPiece> {
        self.data
    }
}
