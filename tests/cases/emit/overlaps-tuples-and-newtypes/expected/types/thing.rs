//! `Thing` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{object, overlap, setters, tuple};
use super::{Company, Person, Tree};

/// `Thing` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `owner`.
    pub owner: Option<ThingOwner>,
    /// `point`.
    pub point: Option<ThingPoint>,
    /// `tree`.
    pub tree: Option<Tree>,
}
object! { Thing { optional owner, optional point, optional tree } }

impl Thing {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        optional owner: impl Into<ThingOwner>, optional point: ThingPoint,
        optional tree: impl Into<Tree>,
    }
}

/// The `owner` of [`Thing`].
///
/// Each field is set when its shape holds; several may.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ThingOwner {
    /// One shape of the value.
    pub person: Option<Person>,
    /// One shape of the value.
    pub company: Option<Company>,
}
overlap! { ThingOwner { person, company } }

impl ThingOwner {
    setters! { optional person: Person, optional company: Company }
}

/// The `point` of [`Thing`].
#[derive(Debug, Clone, PartialEq)]
pub struct ThingPoint(
    /// Item 0.
    pub f64,
    /// Item 1.
    pub f64,
    /// The items that follow.
    pub Vec<String>,
);
tuple! { ThingPoint(item 0, item 1, rest 2) }
