// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.

mod labels;
mod thing;

pub use labels::Labels;
pub use thing::{Thing, ThingClosed, ThingOpen, ThingTyped};
