// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.
//!
//! Constructors take their arguments in order of the members' names on the wire, so that a
//! schema in another order changes no call.

mod cat;
mod dog;
mod eel;
mod thing;
mod untold;

pub use cat::*;
pub use dog::*;
pub use eel::*;
pub use thing::*;
pub use untold::*;
