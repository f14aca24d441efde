//! `Company` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{new, object, setters};

/// `Company` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Company {
    /// `name`.
    pub name: Option<String>,
    /// `tax`.
    pub tax: String,
}
object! { Company { optional name, required tax } }

impl Company {
    /// With the members that must be set; the others start unset.
    pub fn new(tax: impl Into<String>) -> Self {
        new! { Self { tax: tax.into() } unset { name } }
    }

    setters! { optional name: impl Into<String> }
}
