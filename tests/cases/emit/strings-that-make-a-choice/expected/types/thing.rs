//! `Thing` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{new, object, setters, union};
use super::Named;

/// `Thing` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `title`.
    pub title: String,
    /// `mode`.
    pub mode: ThingMode,
    /// `level`.
    pub level: Option<ThingLevel>,
    /// `choice`.
    pub choice: Option<ThingChoice>,
    /// `either`.
    pub either: Option<ThingEither>,
    /// `other`.
    pub other: Option<ThingOther>,
}
object! { Thing {
    required title, required mode, optional level, optional choice, optional either, optional other,
} }

/// The required members of [`Thing`].
#[derive(Debug, Clone, PartialEq)]
pub struct ThingRequired {
    /// `mode`.
    pub mode: ThingMode,
    /// `title`.
    pub title: String,
}

impl Thing {
    /// With the members that must be set; the others start unset.
    pub fn new(required: ThingRequired) -> Self {
        new! { Self { title: required.title, mode: required.mode } unset {
            level, choice, either, other,
        } }
    }

    setters! {
        optional level: impl Into<ThingLevel>, optional choice: impl Into<ThingChoice>,
        optional either: impl Into<ThingEither>, optional other: impl Into<ThingOther>,
    }
}

/// The `mode` of [`Thing`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ThingMode {
    /// `none` on the wire.
    None,
    /// `auto` on the wire.
    Auto,
    /// `Named`.
    Named(Named),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { ThingMode, else Unknown, text, words { None = "none", Auto = "auto" };
    Named(Named): object,
}

/// The `level` of [`Thing`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ThingLevel {
    /// `low` on the wire.
    Low,
    /// `high` on the wire.
    High,
    /// `Named`.
    Named(Named),
    /// A number.
    Integer(i64),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { ThingLevel, else Unknown, text, words { Low = "low", High = "high" };
    Named(Named): object, Integer(i64): number,
}

/// The `choice` of [`Thing`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ThingChoice {
    /// `none` on the wire.
    None,
    /// `auto` on the wire.
    Auto,
    /// A string.
    String(String),
    /// `Named`.
    Named(Named),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { ThingChoice, else Unknown, text String, words { None = "none", Auto = "auto" };
    String: string, Named(Named): object,
}

/// The `either` of [`Thing`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ThingEither {
    /// `low` on the wire.
    Low,
    /// `high` on the wire.
    High,
    /// A string.
    Uuid(uuid::Uuid),
    /// A number.
    Integer(i64),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { ThingEither, else Unknown, words { Low = "low", High = "high" };
    Uuid(uuid::Uuid): string, Integer(i64): number,
}

/// The `other` of [`Thing`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ThingOther {
    /// `none` on the wire.
    None,
    /// `auto` on the wire.
    Auto,
    /// A string.
    Date(jiff::civil::Date),
    /// A number.
    Integer(i64),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { ThingOther, else Unknown, words { None = "none", Auto = "auto" };
    Date(jiff::civil::Date): string, Integer(i64): number,
}
