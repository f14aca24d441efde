//! `Thing` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};
use super::{Mixed, Power, Step};

/// `Thing` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `step`.
    pub step: Option<Step>,
    /// `power`.
    pub power: Option<Power>,
    /// `mixed`.
    pub mixed: Option<Mixed>,
}
object! { Thing { optional step, optional power, optional mixed } }

impl Thing {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        optional step: impl Into<Step>, optional power: impl Into<Power>,
        optional mixed: impl Into<Mixed>,
    }
}
