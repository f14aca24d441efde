//! `Sent` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{new, object, setters};

/// `Sent` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Sent {
    /// `name`.
    pub name: Option<String>,
    /// `kind`.
    pub kind: serde_json::Value,
}
object! { Sent { optional name, required kind } }

impl Sent {
    /// With the members that must be set; the others start unset.
    pub fn new(kind: impl Into<serde_json::Value>) -> Self {
        new! { Self { kind: kind.into() } unset { name } }
    }

    setters! { optional name: impl Into<String> }
}
