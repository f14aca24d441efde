//! `ChatModelConfigRequest` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{given, new, object, setters};
use std::collections::BTreeMap;
use super::{ChatMessage, LegacyToolChoice, ProviderApiKeys, ResponseFormat, ToolChoice};

/// A chat to be continued by one stored model configuration.
///
/// At most one of `session_id` and `session_reference_id` may be set;
/// more than one is an error before anything is sent.
///
/// At most one of `parent_id` and `parent_reference_id` may be set;
/// more than one is an error before anything is sent.
///
/// One of `project` and `project_id` should be set;
/// a strict client refuses a request without any of them.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ChatModelConfigRequest {
    /// Name of the project the log goes to. A project of that name is
    /// created when there is none yet.
    ///
    /// One of this and `project_id` should be set.
    pub project: Option<String>,
    /// Id of the project the log goes to, in place of its name in `project`.
    ///
    /// One of this and `project` should be set.
    pub project_id: Option<String>,
    /// Humanloop's id of the session that the log joins. Not together with `session_reference_id`.
    pub session_id: Option<String>,
    /// Your own id of the session that the log joins.
    ///
    /// Use the same one in later calls to collect their logs in one session.
    ///
    /// Not together with `session_id`.
    pub session_reference_id: Option<String>,
    /// Humanloop's id of the log that is this one's parent within the session.
    ///
    /// Not together with `parent_reference_id`.
    pub parent_id: Option<String>,
    /// Your own id of the log that is this one's parent within the session,
    /// as an earlier request gave it.
    ///
    /// The parent must already be logged: a log made by this same request
    /// cannot be named.
    ///
    /// Not together with `parent_id`.
    pub parent_reference_id: Option<String>,
    /// Values for the variables in the template of the model configuration. Server default: `{}`.
    pub inputs: Option<BTreeMap<String, serde_json::Value>>,
    /// Where in your system the call comes from.
    pub source: Option<String>,
    /// Anything else that is to be kept with the log.
    pub metadata: Option<BTreeMap<String, serde_json::Value>>,
    /// Whether Humanloop keeps the contents of the request and of the answer.
    ///
    /// Server default: `true`.
    pub save: Option<bool>,
    /// Id of the datapoint that the log is derived from.
    ///
    /// Only for logs that come from a datapoint of a dataset.
    pub source_datapoint_id: Option<String>,
    /// Keys of model providers, for this call alone; Humanloop does not keep them.
    ///
    /// Without them the keys saved for your organization are used.
    pub provider_api_keys: Option<ProviderApiKeys>,
    /// How many samples to generate. Server default: `1`.
    pub num_samples: Option<i64>,
    /// Your id of the end user, handed on to the model provider.
    pub user: Option<String>,
    /// Seed of the random numbers. Set it in the model configuration instead.
    #[deprecated]
    pub seed: Option<i64>,
    /// Whether the answer repeats `inputs`. Without them, `inputs` is empty in
    /// the answer, which makes it smaller.
    ///
    /// Server default: `true`.
    pub return_inputs: Option<bool>,
    /// The conversation so far, as the provider's chat model is to see it.
    pub messages: Vec<ChatMessage>,
    /// Whether the model calls a tool, and which.
    ///
    /// Takes the place of `tool_call`; what happens when both are sent is
    /// not documented.
    pub tool_choice: Option<ToolChoice>,
    /// Superseded by `tool_choice`. Do not send both.
    #[deprecated]
    pub tool_call: Option<LegacyToolChoice>,
    /// The format the answer must have. The documents promise only
    /// `json_object` for chats.
    pub response_format: Option<ResponseFormat>,
    /// Id of the model configuration that answers the chat.
    pub model_config_id: String,
}
object! { ChatModelConfigRequest {
    optional project, optional project_id, optional session_id, optional session_reference_id,
    optional parent_id, optional parent_reference_id, optional inputs, optional source,
    optional metadata, optional save, optional source_datapoint_id, optional provider_api_keys,
    optional num_samples, optional user, optional seed, optional return_inputs, list messages,
    optional tool_choice, optional tool_call, optional response_format, required model_config_id,
}
    at_most_one { session_id, session_reference_id }
    at_most_one { parent_id, parent_reference_id }
    expect_one { project, project_id }
}

impl ChatModelConfigRequest {
    /// With the members that must be set; the others start unset.
    #[expect(deprecated, reason = "deprecated members start unset too")]
    pub fn new(
        messages: impl IntoIterator<Item = ChatMessage>,
        model_config_id: impl Into<String>,
    ) -> Self {
        new! { Self {
            messages: given::list(messages), model_config_id: model_config_id.into(),
        } unset {
            project, project_id, session_id, session_reference_id, parent_id, parent_reference_id,
            inputs, source, metadata, save, source_datapoint_id, provider_api_keys, num_samples,
            user, seed, return_inputs, tool_choice, tool_call, response_format,
        } }
    }

    setters! {
        optional project: impl Into<String>, optional project_id: impl Into<String>,
        optional session_id: impl Into<String>, optional session_reference_id: impl Into<String>,
        optional parent_id: impl Into<String>, optional parent_reference_id: impl Into<String>,
        optional inputs: impl Into<BTreeMap<String, serde_json::Value>>,
        optional source: impl Into<String>,
        optional metadata: impl Into<BTreeMap<String, serde_json::Value>>, optional save: bool,
        optional source_datapoint_id: impl Into<String>,
        optional provider_api_keys: ProviderApiKeys, optional num_samples: i64,
        optional user: impl Into<String>, #[deprecated] optional seed: i64,
        optional return_inputs: bool, optional tool_choice: impl Into<ToolChoice>,
        #[deprecated] optional tool_call: impl Into<LegacyToolChoice>,
        optional response_format: ResponseFormat,
    }
}
