//! `Thing` of the schema. Written by `cargo xtask generate`.

use crate::runtime::newtype;

/// `Thing` of the schema.
#[derive(Debug, Clone, PartialEq)]
pub struct Thing(
    /// The value itself.
    pub Vec<Thing>,
);
newtype! { Thing(Vec<Thing>) }
