// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.
//!
//! Constructors take their arguments in order of the members' names on the wire, so that a
//! schema in another order changes no call.

mod lizard;
mod pet;
mod reptile;
mod thing;

pub use lizard::*;
pub use pet::*;
pub use reptile::*;
pub use thing::*;
