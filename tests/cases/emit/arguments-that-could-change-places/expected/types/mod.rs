// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.
//!
//! Constructors take their arguments in order of the members' names on the wire, so that a
//! schema in another order changes no call.

mod apart;
mod content;
mod role;
mod sizes;
mod texts;
mod words;

pub use apart::*;
pub use content::*;
pub use role::*;
pub use sizes::*;
pub use texts::*;
pub use words::*;
