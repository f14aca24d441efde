// Written by `cargo xtask generate`; change the schema and run it again.
//! `Tree` of the schema.

use crate::runtime::newtype;

/// A tree of lists.
#[derive(Debug, Clone, PartialEq)]
pub struct Tree(
    /// The value itself.
    pub Vec<Tree>,
);

newtype! { Tree(Vec<Tree>) }
