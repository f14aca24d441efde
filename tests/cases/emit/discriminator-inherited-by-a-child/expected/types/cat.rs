//! `Cat` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;
use super::ReptileFamily;

/// `Cat` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Cat {
    /// `petType`.
    pub pet_type: String,
    /// `friend`.
    pub friend: Option<ReptileFamily>,
    /// `lives`.
    pub lives: Option<i64>,
}
object! { Cat { required pet_type = "petType", optional friend, optional lives } }
