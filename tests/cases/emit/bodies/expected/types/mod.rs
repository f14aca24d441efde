// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.

mod form;
mod parts;

pub use form::Form;
pub use parts::Parts;
