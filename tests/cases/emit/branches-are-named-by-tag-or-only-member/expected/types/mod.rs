// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.
//!
//! Constructors take their arguments in order of the members' names on the wire, so that a
//! schema in another order changes no call.

mod mixed;
mod power;
mod step;
mod thing;

pub use mixed::*;
pub use power::*;
pub use step::*;
pub use thing::*;
