//! Turns an OpenAPI document into a typed, streaming Rust client.

pub mod diagnostic;
pub mod diff;
pub mod emit;
pub mod ir;
mod knots;
pub mod lower;
pub mod nearest;
pub mod openapi;
pub mod output;
mod parallel;
pub mod pointer;
pub mod source;
