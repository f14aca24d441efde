//! `Tree` of the schema. Written by `cargo xtask generate`.

use crate::runtime::newtype;

/// A tree of lists.
#[derive(Debug, Clone, PartialEq)]
pub struct Tree(
    /// The value itself.
    pub Vec<Tree>,
);
newtype! { Tree(Vec<Tree>) }
