// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.

mod point;
mod thing;

pub use point::Point;
pub use thing::Thing;
