// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.
//!
//! Constructors take their arguments in order of the members' names on the wire, so that a
//! schema in another order changes no call.

mod r#box;
mod option;
mod result;
mod string;
mod thing;
mod vec;

pub use r#box::*;
pub use option::*;
pub use result::*;
pub use string::*;
pub use thing::*;
pub use vec::*;
