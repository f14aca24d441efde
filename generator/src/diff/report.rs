//! A diff as text: for a terminal, for a machine, for a pull request.

mod json;

pub use json::json;
