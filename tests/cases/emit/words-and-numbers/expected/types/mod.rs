// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.

mod thing;
mod word;

pub use thing::{Thing, ThingNumber};
pub use word::Word;
