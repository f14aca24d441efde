//! Types of the operation `createThing`. Written by `cargo xtask generate`.

use crate::runtime::{new, object, setters, union};
use super::{KindsLargeSizesItem, KindsSmallColour, ValuesList, ValuesObject};

/// Part of the request of [`Client::create_thing`](crate::Client::create_thing).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateThingRequestSmall {
    /// `note`.
    pub note: String,
    /// `colour`.
    pub colour: Option<KindsSmallColour>,
}
object! { CreateThingRequestSmall {
    required note, optional colour,
} constants { "kind": Str("small") } }

impl CreateThingRequestSmall {
    /// With the members that must be set; the others start unset.
    pub fn new(note: impl Into<String>) -> Self {
        new! { Self { note: note.into() } unset { colour } }
    }

    setters! { optional colour: impl Into<KindsSmallColour> }
}

/// Part of the request of [`Client::create_thing`](crate::Client::create_thing).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateThingRequestLarge {
    /// `note`.
    pub note: String,
    /// `sizes`.
    pub sizes: Option<Vec<KindsLargeSizesItem>>,
}
object! { CreateThingRequestLarge {
    required note, optional sizes,
} constants { "kind": Str("large") } }

impl CreateThingRequestLarge {
    /// With the members that must be set; the others start unset.
    pub fn new(note: impl Into<String>) -> Self {
        new! { Self { note: note.into() } unset { sizes } }
    }

    setters! { optional sizes [KindsLargeSizesItem] }
}

/// The request of [`Client::create_thing`](crate::Client::create_thing).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum CreateThingRequest {
    /// `CreateThingRequestSmall`.
    Small(CreateThingRequestSmall),
    /// `CreateThingRequestLarge`.
    Large(CreateThingRequestLarge),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { CreateThingRequest by "kind", else Unknown;
    Small(CreateThingRequestSmall): object = "small",
    Large(CreateThingRequestLarge): object = "large",
}

/// The answer of [`Client::create_thing`](crate::Client::create_thing).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum CreateThingReply {
    /// `ValuesObject`.
    Object(ValuesObject),
    /// `ValuesList`.
    List(ValuesList),
    /// A string.
    String(String),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { CreateThingReply, else Unknown; Object: object, List: array, String: string }
