// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.

mod call;
mod client;
mod con_;
mod duration;
mod endpoint;
mod json;
mod key;
mod option;

pub use call::Call;
pub use client::Client;
pub use con_::Con;
pub use duration::Duration;
pub use endpoint::Endpoint;
pub use json::JsonValue;
pub use key::Key;
pub use option::OptionValue;
