//! `CompletionSample` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;
use std::collections::BTreeMap;
use super::{FinishReason, ToolResult};

/// One continuation by a completion model. Called `DataResponse` in the vendor's document.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CompletionSample {
    /// Id of the log, under which feedback to this sample is given later.
    pub id: String,
    /// Number of the sample, from 0 up to one less than `num_samples`.
    pub index: i64,
    /// The generated text, without white space at its ends.
    pub output: String,
    /// The generated text, just as the provider gave it.
    pub raw_output: String,
    /// The values for the variables in the prompt template. Empty when the
    /// request set `return_inputs` to false.
    pub inputs: BTreeMap<String, serde_json::Value>,
    /// Why the text ends here.
    pub finish_reason: Option<FinishReason>,
    /// Id of the model configuration that made the sample.
    pub model_config_id: String,
    /// Results of the tools that were run to fill in the template. Empty when missing or null.
    pub tool_results: Vec<ToolResult>,
}
object! { CompletionSample {
    required id, required index, required output, required raw_output, required inputs,
    optional finish_reason, required model_config_id, or_empty tool_results,
} }
