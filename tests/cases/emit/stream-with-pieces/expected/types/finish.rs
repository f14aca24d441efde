// Written by `cargo xtask generate`; change the schema and run it again.
//! `Finish` of the schema.

use crate::runtime::{UnknownWord, words};

/// `Finish` of the schema.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Finish {
    /// `stop`.
    Stop,
    /// `length`.
    Length,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}

words! { Finish, else Unknown { Stop = "stop", Length = "length" } }
