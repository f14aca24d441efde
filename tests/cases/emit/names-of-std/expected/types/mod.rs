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

pub use r#box::BoxValue;
pub use option::OptionValue;
pub use result::ResultValue;
pub use string::StringValue;
pub use thing::Thing;
pub use vec::VecValue;
