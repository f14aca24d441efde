// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.
//!
//! Constructors take their arguments in order of the members' names on the wire, so that a
//! schema in another order changes no call.

mod call;
mod client;
mod con_;
mod duration;
mod endpoint;
mod json;
mod key;
mod option;

pub use call::*;
pub use client::*;
pub use con_::*;
pub use duration::*;
pub use endpoint::*;
pub use json::*;
pub use key::*;
pub use option::*;
