// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.
//!
//! Constructors take their arguments in order of the members' names on the wire, so that a
//! schema in another order changes no call.

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
