//! `Thing` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{overlap, setters};
use super::{Named, SizedValue};

/// `Thing` of the schema.
///
/// Each field is set when its shape holds; several may.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Thing {
    /// One shape of the value.
    pub named: Option<Named>,
    /// One shape of the value.
    pub sized: Option<SizedValue>,
}
overlap! { Thing { named, sized } }

impl Thing {
    setters! { optional named: Named, optional sized: SizedValue }
}
