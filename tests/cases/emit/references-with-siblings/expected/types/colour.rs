//! `Colour` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{UnknownWord, words};

/// A colour.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Colour {
    /// `red` on the wire.
    Red,
    /// `green` on the wire.
    Green,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { Colour, else Unknown { Red = "red", Green = "green" } }
