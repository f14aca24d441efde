//! Types of the operation `createThing`. Written by `cargo xtask generate`.

use crate::runtime::{new, object, setters};
use std::collections::BTreeMap;
use super::{ThingLimitsValue, ThingPartsItem, ThingType};

/// The request of [`Client::create_thing`](crate::Client::create_thing).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateThingRequest {
    /// `title`.
    pub title: String,
    /// `type`.
    pub r#type: Option<ThingType>,
    /// `parts`.
    pub parts: Option<Vec<ThingPartsItem>>,
    /// `limits`.
    pub limits: Option<BTreeMap<String, ThingLimitsValue>>,
}
object! { CreateThingRequest {
    required title, optional r#type = "type", optional parts, optional limits,
} }

impl CreateThingRequest {
    /// With the members that must be set; the others start unset.
    pub fn new(title: impl Into<String>) -> Self {
        new! { Self { title: title.into() } unset { r#type, parts, limits } }
    }

    setters! {
        optional r#type as type: impl Into<ThingType>, optional parts [ThingPartsItem],
        optional limits: impl Into<BTreeMap<String, ThingLimitsValue>>,
    }
}
