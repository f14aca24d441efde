//! `Thing` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{Secret, new, object, setters};

/// `Thing` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `id`. Only the server sets it.
    pub id: Option<String>,
    /// `secret`. The server never sends it.
    pub secret: Option<Secret>,
    /// `name`.
    pub name: String,
}
object! { Thing { optional id, optional secret, required name } }

impl Thing {
    /// With the members that must be set; the others start unset.
    pub fn new(name: impl Into<String>) -> Self {
        new! { Self { name: name.into() } unset { id, secret } }
    }

    setters! { optional secret: impl Into<Secret> }
}
