//! Turns an OpenAPI document into a typed, streaming Rust client.

pub mod pointer;
pub mod source;
