//! `Thing` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{new, object, setters, union};
use super::{Cat, Dog};

/// `Thing` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Thing {
    /// `Cat`.
    Cat(Cat),
    /// `Dog`.
    Dog(Dog),
    /// `ThingBase`.
    Base(ThingBase),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { Thing by "kind", else Unknown;
    Cat(Cat): object = "cat", Dog(Dog): object = "dog", Base(ThingBase): object = "Thing",
}

/// `Thing base` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ThingBase {
    /// `kind`.
    pub kind: String,
    /// `name`.
    pub name: Option<String>,
}
object! { ThingBase { required kind, optional name } }

impl ThingBase {
    /// With the members that must be set; the others start unset.
    pub fn new(kind: impl Into<String>) -> Self {
        new! { Self { kind: kind.into() } unset { name } }
    }

    setters! { optional name: impl Into<String> }
}
