//! `Result` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{UnknownWord, words};

/// `Result` of the schema.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ResultValue {
    /// `ok` on the wire.
    Ok,
    /// `err` on the wire.
    Err,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { ResultValue, else Unknown { Ok = "ok", Err = "err" } }
