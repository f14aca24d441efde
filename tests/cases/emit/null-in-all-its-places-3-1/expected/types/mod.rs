// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.

mod part;
mod thing;

pub use part::Part;
pub use thing::{Thing, ThingChoices, ThingWord};
