// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.
//!
//! Constructors take their arguments in order of the members' names on the wire, so that a
//! schema in another order changes no call.

mod create_thing;
mod fault;
mod put_unreached;
mod thing;
mod unreached;

pub use create_thing::*;
pub use fault::*;
pub use put_unreached::*;
pub use thing::*;
pub use unreached::*;
