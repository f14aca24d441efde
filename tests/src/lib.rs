//! What the suites share.

pub mod cases;
pub mod fuzz;
pub mod script;
pub mod server;
pub mod soak;
pub mod spans;
pub mod wire;
pub mod workspace;
