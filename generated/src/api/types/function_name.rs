//! `FunctionName` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// A function by its name. Called `FunctionToolChoice` in the vendor's document.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FunctionName {
    /// Name of the function.
    pub name: String,
}
object! { FunctionName { required name } }

impl FunctionName {
    /// With all its members.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into() }
    }
}
