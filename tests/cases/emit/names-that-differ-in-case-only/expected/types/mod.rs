// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.

mod thing;

pub use thing::{Thing, Thing2, ThingOrder};
