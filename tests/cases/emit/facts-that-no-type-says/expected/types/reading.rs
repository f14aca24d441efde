//! `Reading` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// `Reading` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Reading {
    /// `zone`. Default: `"UTC"`.
    pub zone: Option<String>,
}
object! { Reading { optional zone } }
