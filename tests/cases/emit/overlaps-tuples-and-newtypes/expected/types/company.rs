//! `Company` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};

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
        Self {
            name: None,
            tax: tax.into(),
        }
    }

    setters! { optional name: impl Into<String> }
}
