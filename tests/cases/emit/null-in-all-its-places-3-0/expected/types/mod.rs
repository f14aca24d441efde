// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.

mod name;
mod thing;

pub use name::Name;
pub use thing::{Thing, ThingWord};
