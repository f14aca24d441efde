// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.

mod job;
mod problem;

pub use job::Job;
pub use problem::Problem;
