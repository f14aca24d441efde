// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.

mod filter;

pub use filter::Filter;
