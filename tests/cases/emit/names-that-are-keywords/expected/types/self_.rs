//! `Self` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{UnknownWord, object, words};

/// `Self` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SelfValue {
    /// `in`.
    pub r#in: Option<SelfIn>,
}
object! { SelfValue { optional r#in = "in" } }

/// The `in` of [`SelfValue`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SelfIn {
    /// `self` on the wire.
    SelfValue2,
    /// `Self` on the wire.
    SelfValue,
    /// `crate` on the wire.
    Crate,
    /// `gen` on the wire.
    Gen,
    /// `fn` on the wire.
    Fn,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { SelfIn, else Unknown {
    SelfValue2 = "self", SelfValue = "Self", Crate = "crate", Gen = "gen", Fn = "fn",
} }
