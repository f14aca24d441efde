// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.
//!
//! Constructors take their arguments in order of the members' names on the wire, so that a
//! schema in another order changes no call.

mod named;
mod thing;

pub use named::*;
pub use thing::*;
