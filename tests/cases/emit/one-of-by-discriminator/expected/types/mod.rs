// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.

mod cat;
mod dog;
mod thing;

pub use cat::Cat;
pub use dog::Dog;
pub use thing::Thing;
