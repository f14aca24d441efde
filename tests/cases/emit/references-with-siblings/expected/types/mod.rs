// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.

mod colour;
mod thing;

pub use colour::Colour;
pub use thing::{Thing, ThingBack, ThingLimited};
