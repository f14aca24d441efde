//! Types of the operation `putUnreached`. Written by `cargo xtask generate`.

use crate::runtime::{UnknownWord, object, setters, words};
use super::UnreachedLevel;

/// The `mode` of the request of [`Client::put_unreached`](crate::Client::put_unreached).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PutUnreachedRequestMode {
    /// `a` on the wire.
    A,
    /// `b` on the wire.
    B,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { PutUnreachedRequestMode, else Unknown { A = "a", B = "b" } }

/// The request of [`Client::put_unreached`](crate::Client::put_unreached).
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct PutUnreachedRequest {
    /// `level`.
    pub level: Option<UnreachedLevel>,
    /// `mode`.
    pub mode: Option<PutUnreachedRequestMode>,
}
object! { PutUnreachedRequest { optional level, optional mode } }

impl PutUnreachedRequest {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        optional level: impl Into<UnreachedLevel>,
        optional mode: impl Into<PutUnreachedRequestMode>,
    }
}
