//! `Client` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{new, object, setters};
use super::{Duration, Key};

/// `Client` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Client {
    /// `key`.
    pub key: Key,
    /// `clone`.
    pub clone: Option<String>,
    /// `into`.
    pub into: Option<String>,
    /// `self`.
    pub self_: Option<String>,
    /// `gen`.
    pub r#gen: Option<String>,
    /// `a`.
    pub a: Option<Duration>,
}
object! { Client {
    required key, optional clone, optional into, optional self_ = "self", optional r#gen = "gen",
    optional a,
} }

impl Client {
    /// With the members that must be set; the others start unset.
    pub fn new(key: Key) -> Self {
        new! { Self { key } unset { clone, into, self_, r#gen, a } }
    }

    setters! {
        optional clone_ = clone: impl Into<String>, optional into_ = into: impl Into<String>,
        optional self_: impl Into<String>, optional r#gen as gen: impl Into<String>,
        optional a: Duration,
    }
}
