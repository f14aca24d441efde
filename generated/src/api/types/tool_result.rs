//! `ToolResult` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// The result of a tool that was run to fill in the template. Called
/// `ToolResultResponse` in the vendor's document.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ToolResult {
    /// Id of the tool.
    pub id: String,
    /// Name of the tool.
    pub name: String,
    /// How the tool was called.
    pub signature: String,
    /// What the tool gave.
    pub result: String,
}
object! { ToolResult { required id, required name, required signature, required result } }
