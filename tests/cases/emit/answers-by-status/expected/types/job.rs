//! `Job` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// `Job` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Job {
    /// `id`.
    pub id: Option<String>,
}
object! { Job { optional id } }
