// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.

mod company;
mod person;
mod thing;
mod tree;

pub use company::Company;
pub use person::Person;
pub use thing::{Thing, ThingOwner, ThingPoint};
pub use tree::Tree;
