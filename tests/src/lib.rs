//! What the suites share.

pub mod cases;
pub mod script;
pub mod server;
pub mod wire;
pub mod workspace;
