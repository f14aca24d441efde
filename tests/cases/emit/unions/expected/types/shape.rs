//! `Shape` of the schema. Written by `cargo xtask generate`.

use crate::runtime::union;
use super::{Circle, Square};

/// A shape.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Shape {
    /// `Circle`.
    Circle(Circle),
    /// `Square`.
    Square(Square),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { Shape by "type", else Unknown;
    Circle(Circle): object = "circle", Square(Square): object = "square",
}
