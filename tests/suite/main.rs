//! The integration tests of the workspace.

mod operations;
mod refuse;
mod source;
