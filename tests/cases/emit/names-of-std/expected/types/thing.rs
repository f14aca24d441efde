//! `Thing` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};
use std::collections::BTreeMap;
use super::{BoxValue, OptionValue, ResultValue, StringValue, VecValue};

/// `Thing` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `string`.
    pub string: Option<StringValue>,
    /// `result`.
    pub result: Option<ResultValue>,
    /// `vec`.
    pub vec: Option<VecValue>,
    /// `box`.
    pub r#box: Option<BoxValue>,
    /// `text`.
    pub text: Option<String>,
    /// `map`.
    pub map: Option<BTreeMap<String, String>>,
}
object! { Thing {
    optional string, optional result, optional vec, optional r#box = "box", optional text,
    optional map,
} }

impl Thing {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        optional string: StringValue, optional result: impl Into<ResultValue>,
        optional vec [OptionValue], optional r#box as box: BoxValue,
        optional text: impl Into<String>, optional map: impl Into<BTreeMap<String, String>>,
    }
}
