//! `Finish` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{UnknownWord, words};

/// `Finish` of the schema.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Finish {
    /// `stop` on the wire.
    Stop,
    /// `length` on the wire.
    Length,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { Finish, else Unknown { Stop = "stop", Length = "length" } }
