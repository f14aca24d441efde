// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.

mod circle;
mod shape;
mod square;
mod thing;

pub use circle::Circle;
pub use shape::Shape;
pub use square::Square;
pub use thing::{Thing, ThingChoice, ThingFirst, ThingKind};
