//! `Point` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};

/// `Point` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Point {
    /// `x`.
    pub x: Option<f64>,
}
object! { Point { optional x } }

impl Point {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional x: f64 }
}
