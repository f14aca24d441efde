//! `Thing` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{Maybe, object, setters};
use super::Colour;

/// `Thing` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `plain`.
    pub plain: Option<Colour>,
    /// With prose of its own.
    pub wrapped: Option<Colour>,
    /// `nullable`.
    pub nullable: Maybe<Colour>,
}
object! { Thing { optional plain, optional wrapped, maybe nullable } }

impl Thing {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        optional plain: impl Into<Colour>, optional wrapped: impl Into<Colour>,
        maybe nullable: impl Into<Colour>, null nullable_null = nullable,
    }
}
