//! The integration tests of the workspace.

mod source;
