// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.

mod named;
mod sized;
mod thing;

pub use named::Named;
pub use sized::SizedValue;
pub use thing::Thing;
