//! Turns an OpenAPI document into a typed, streaming Rust client.
