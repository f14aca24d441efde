//! `CompletionResponse` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;
use std::collections::BTreeMap;
use super::{CompletionSample, Usage};

/// The answer to a completion request.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CompletionResponse {
    /// Id of the project of the log. Missing when the request named no project.
    pub project_id: Option<String>,
    /// How many completions were made. Default: `1`.
    pub num_samples: Option<i64>,
    /// How many log probabilities per token were asked for. They are found
    /// in `provider_responses`.
    pub logprobs: Option<i64>,
    /// The text that follows the completion, for models that insert.
    pub suffix: Option<String>,
    /// The id of the end user that was handed on to the model provider.
    pub user: Option<String>,
    /// The generated completions, one per sample.
    pub data: Vec<CompletionSample>,
    /// How many tokens were used.
    pub usage: Option<Usage>,
    /// What else was kept with the log.
    pub metadata: Option<BTreeMap<String, serde_json::Value>>,
    /// What the model provider answered, untouched.
    pub provider_responses: Vec<serde_json::Value>,
    /// What was sent to the model provider, untouched.
    pub provider_request: Option<BTreeMap<String, serde_json::Value>>,
    /// Humanloop's id of the log's session, if it has one; also when the
    /// request named the session by an id of your own.
    pub session_id: Option<String>,
}
object! { CompletionResponse {
    optional project_id, optional num_samples, optional logprobs, optional suffix, optional user,
    list data, optional usage, optional metadata, list provider_responses,
    optional provider_request, optional session_id,
} }
