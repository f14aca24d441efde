//! `NamedTool` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;
use super::{FunctionName, ToolType};

/// The tool that the model must call. Called `ToolChoice` in the vendor's document.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NamedTool {
    /// The kind of tool.
    pub r#type: ToolType,
    /// The function to call.
    pub function: FunctionName,
}
object! { NamedTool { required r#type = "type", required function } }

impl NamedTool {
    /// With the members that must be set; those of one value have it.
    pub fn new(function: FunctionName) -> Self {
        Self {
            r#type: "function".into(),
            function,
        }
    }
}
