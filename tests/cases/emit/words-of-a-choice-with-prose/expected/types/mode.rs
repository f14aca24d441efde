//! `Mode` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{UnknownWord, words};

/// `Mode` of the schema.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Mode {
    /// The gauge chooses
    Auto,
    /// Every second
    Fine,
    /// `off` on the wire.
    Off,
    /// `idle` on the wire.
    Idle,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { Mode, else Unknown { Auto = "auto", Fine = "fine", Off = "off", Idle = "idle" } }
