//! `Height` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// `Height` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Height {
    /// `metres`.
    pub metres: f64,
}
object! { Height { required metres } }
