// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.
//!
//! Constructors take their arguments in order of the members' names on the wire, so that a
//! schema in another order changes no call.

mod cat;
mod gecko;
mod get_chosen;
mod lizard;
mod pet;
mod reptile;

pub use cat::*;
pub use gecko::*;
pub use get_chosen::*;
pub use lizard::*;
pub use pet::*;
pub use reptile::*;
