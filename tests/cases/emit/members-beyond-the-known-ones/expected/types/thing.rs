//! `Thing` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};
use std::collections::BTreeMap;
use super::Labels;

/// `Thing` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `labels`.
    pub labels: Option<Labels>,
    /// `closed`.
    pub closed: Option<ThingClosed>,
    /// `typed`.
    pub typed: Option<ThingTyped>,
    /// `open`.
    pub open: Option<ThingOpen>,
    /// `by_pattern`.
    pub by_pattern: Option<BTreeMap<String, f64>>,
    /// `anything`.
    pub anything: Option<BTreeMap<String, serde_json::Value>>,
    /// `whatever`.
    pub whatever: Option<serde_json::Value>,
}
object! { Thing {
    optional labels, optional closed, optional typed, optional open, optional by_pattern,
    optional anything, optional whatever,
} }

impl Thing {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        optional labels: impl Into<Labels>, optional closed: ThingClosed,
        optional typed: ThingTyped, optional open: ThingOpen,
        optional by_pattern: impl Into<BTreeMap<String, f64>>,
        optional anything: impl Into<BTreeMap<String, serde_json::Value>>,
        optional whatever: impl Into<serde_json::Value>,
    }
}

/// The `closed` of [`Thing`].
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct ThingClosed {
    /// `a`.
    pub a: Option<String>,
}
object! { ThingClosed { optional a } }

impl ThingClosed {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional a: impl Into<String> }
}

/// The `typed` of [`Thing`].
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct ThingTyped {
    /// `a`.
    pub a: Option<String>,
    /// Members beyond the ones above.
    pub additional_properties: BTreeMap<String, i64>,
}
object! { ThingTyped { optional a } rest additional_properties }

impl ThingTyped {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        optional a: impl Into<String>,
        plain additional_properties: impl Into<BTreeMap<String, i64>>,
    }
}

/// The `open` of [`Thing`].
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct ThingOpen {
    /// `a`.
    pub a: Option<String>,
    /// `rest`.
    pub rest: Option<String>,
    /// Members beyond the ones above.
    pub additional_properties: BTreeMap<String, serde_json::Value>,
}
object! { ThingOpen { optional a, optional rest } rest additional_properties }

impl ThingOpen {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        optional a: impl Into<String>, optional rest: impl Into<String>,
        plain additional_properties: impl Into<BTreeMap<String, serde_json::Value>>,
    }
}
