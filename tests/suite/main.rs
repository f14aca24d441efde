//! The integration tests of the workspace.

mod fault;
mod operations;
mod refuse;
mod source;
mod sse;
