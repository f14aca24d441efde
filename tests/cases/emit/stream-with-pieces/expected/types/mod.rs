// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.
//!
//! Constructors take their arguments in order of the members' names on the wire, so that a
//! schema in another order changes no call.

mod answer;
mod event;
mod finish;
mod piece;
mod problem;
mod question;

pub use answer::*;
pub use event::*;
pub use finish::*;
pub use piece::*;
pub use problem::*;
pub use question::*;
