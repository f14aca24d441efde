//! What the suites share.

pub mod cases;
