//! `Option` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};
use super::StringValue;

/// `Option` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct OptionValue {
    /// `some`.
    pub some: Option<StringValue>,
}
object! { OptionValue { optional some } }

impl OptionValue {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional some: StringValue }
}
