//! `ToolChoice` of the schema. Written by `cargo xtask generate`.

use crate::runtime::union;
use super::NamedTool;

/// Whether the model calls a tool, and which: a word, or the tool it must call.
///
/// - `none`: it calls no tool. This is the default of a model
///   configuration without tools.
/// - `auto`: it decides by itself. This is the default of a model
///   configuration with tools.
/// - `required`: the schema lists the word without saying what it does;
///   its name says that some tool must be called.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ToolChoice {
    /// `none` on the wire.
    None,
    /// `auto` on the wire.
    Auto,
    /// `required` on the wire.
    Required,
    /// `NamedTool`.
    NamedTool(NamedTool),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { ToolChoice, else Unknown, text, words {
    None = "none", Auto = "auto", Required = "required",
};
    NamedTool(NamedTool): object,
}
