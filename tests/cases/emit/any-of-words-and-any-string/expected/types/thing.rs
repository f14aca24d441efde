//! `Thing` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{UnknownWord, new, object, setters, words};

/// `Thing` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `model`.
    pub model: ThingModel,
    /// `mode`.
    pub mode: Option<ThingMode>,
}
object! { Thing { required model, optional mode } }

impl Thing {
    /// With the members that must be set; the others start unset.
    pub fn new(model: ThingModel) -> Self {
        new! { Self { model } unset { mode } }
    }

    setters! { optional mode: impl Into<ThingMode> }
}

/// The `model` of [`Thing`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingModel {
    /// `small` on the wire.
    Small,
    /// `large` on the wire.
    Large,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { ThingModel, else Unknown { Small = "small", Large = "large" } }

/// The `mode` of [`Thing`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingMode {
    /// `fast` on the wire.
    Fast,
    /// `slow` on the wire.
    Slow,
    /// `null` on the wire.
    Null,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { ThingMode, else Unknown { Fast = "fast", Slow = "slow", Null = "null" } }
