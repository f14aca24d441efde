//! `LocationPart` of the schema. Written by `cargo xtask generate`.

use crate::runtime::union;

/// One step on the way to a fault, the name of a member or a position in a list.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum LocationPart {
    /// Name
    Name(String),
    /// Position
    Position(i64),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { LocationPart, else Unknown; Name: string, Position: number }
