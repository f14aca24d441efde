// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.
//!
//! Constructors take their arguments in order of the members' names on the wire, so that a
//! schema in another order changes no call.

mod answer;
mod doc;
mod replace_doc;
mod update_doc;

pub use answer::*;
pub use doc::*;
pub use replace_doc::*;
pub use update_doc::*;
