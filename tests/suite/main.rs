//! The integration tests of the workspace.

mod commands;
mod drift;
mod emit;
mod examples;
mod fault;
mod layering;
mod locality;
mod operations;
mod paths;
mod refuse;
mod source;
mod sse;
mod survey;
mod top_level;
