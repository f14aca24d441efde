// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.

mod loose;
mod strict;
mod thing;

pub use loose::Loose;
pub use strict::Strict;
pub use thing::Thing;
