// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.

mod self_;
mod thing;

pub use self_::{SelfIn, SelfValue};
pub use thing::Thing;
