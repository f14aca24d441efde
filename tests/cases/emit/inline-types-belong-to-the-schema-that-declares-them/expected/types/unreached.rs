//! Types that are part of `Unreached` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{UnknownWord, words};

/// The `level` of `Unreached`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UnreachedLevel {
    /// `low` on the wire.
    Low,
    /// `high` on the wire.
    High,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { UnreachedLevel, else Unknown { Low = "low", High = "high" } }
