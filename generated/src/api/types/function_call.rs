//! `FunctionCall` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{new, object, setters};

/// A function that the model wants called; your own code runs it.
/// Called `FunctionTool` in the vendor's document.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FunctionCall {
    /// Name of the function.
    pub name: String,
    /// The arguments as JSON text. The model wrote it, so it may be neither
    /// valid JSON nor fit the function.
    pub arguments: Option<String>,
}
object! { FunctionCall { required name, optional arguments } }

impl FunctionCall {
    /// With the members that must be set; the others start unset.
    pub fn new(name: impl Into<String>) -> Self {
        new! { Self { name: name.into() } unset { arguments } }
    }

    setters! { optional arguments: impl Into<String> }
}
