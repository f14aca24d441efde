//! `Thing` of the schema. Written by `cargo xtask generate`.

use crate::runtime::union;
use super::Point;

/// `Thing` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Thing {
    /// A string.
    String(String),
    /// A number.
    Number(f64),
    /// A truth value.
    Boolean(bool),
    /// A list.
    PointList(Vec<Point>),
    /// `Point`.
    Point(Point),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { Thing, else Unknown, text String;
    String: string, Number(f64): number, Boolean(bool): boolean, PointList(Vec<Point>): array,
    Point(Point): object,
}
