// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.

mod leaf;
mod thing;

pub use leaf::Leaf;
pub use thing::{Thing, ThingEither};
