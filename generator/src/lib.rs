//! Turns an OpenAPI document into a typed, streaming Rust client.

pub mod ir;
pub mod pointer;
pub mod source;
