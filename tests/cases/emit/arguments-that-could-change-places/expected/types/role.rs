//! `Role` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{UnknownWord, words};

/// `Role` of the schema.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Role {
    /// `pilot` on the wire.
    Pilot,
    /// `guest` on the wire.
    Guest,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { Role, else Unknown { Pilot = "pilot", Guest = "guest" } }
