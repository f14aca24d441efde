//! `ToolCall` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;
use super::{FunctionCall, ToolType};

/// A call that the model wants made.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ToolCall {
    /// Id of the call; the message with its result names it as `tool_call_id`.
    pub id: String,
    /// The kind of tool.
    pub r#type: ToolType,
    /// The function and the arguments to call it with.
    pub function: FunctionCall,
}
object! { ToolCall { required id, required r#type = "type", required function } }

impl ToolCall {
    /// With the members that must be set; those of one value have it.
    pub fn new(function: FunctionCall, id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            r#type: "function".into(),
            function,
        }
    }
}
