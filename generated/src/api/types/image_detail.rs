//! `ImageDetail` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{UnknownWord, words};

/// How closely a model looks at an image.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ImageDetail {
    /// `high` on the wire.
    High,
    /// `low` on the wire.
    Low,
    /// `auto` on the wire.
    Auto,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { ImageDetail, else Unknown { High = "high", Low = "low", Auto = "auto" } }
