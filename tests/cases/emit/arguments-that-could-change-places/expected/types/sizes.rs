//! `Sizes` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// `Sizes` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Sizes {
    /// `short`.
    pub short: i32,
    /// `long`.
    pub long: i64,
}
object! { Sizes { required short, required long } }

/// The required members of [`Sizes`].
#[derive(Debug, Clone, PartialEq)]
pub struct SizesRequired {
    /// `long`.
    pub long: i64,
    /// `short`.
    pub short: i32,
}

impl Sizes {
    /// With all its members.
    pub fn new(required: SizesRequired) -> Self {
        Self {
            short: required.short,
            long: required.long,
        }
    }
}
