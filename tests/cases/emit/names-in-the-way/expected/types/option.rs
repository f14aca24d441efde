//! `Option` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{UnknownWord, words};

/// `Option` of the schema.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OptionValue {
    /// `none` on the wire.
    None,
    /// `some` on the wire.
    Some,
    /// `Self` on the wire.
    SelfValue,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { OptionValue, else Unknown { None = "none", Some = "some", SelfValue = "Self" } }
