//! The integration tests of the workspace.

mod calls;
mod commands;
mod diff;
mod documents;
mod drift;
mod emit;
mod examples;
mod fault;
mod http2;
mod layering;
mod locality;
mod mock;
mod operations;
mod outside;
mod paths;
mod promptness;
mod readme;
mod refuse;
mod reserved;
mod round_trips;
mod runnable;
mod source;
mod sse;
mod survey;
mod top_level;
