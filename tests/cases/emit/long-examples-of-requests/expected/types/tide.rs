//! `Tide` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{given, new, object, setters};

/// `Tide` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Tide {
    /// `harbours`.
    pub harbours: Vec<String>,
    /// `name`.
    ///
    /// Example: `"spring"`
    pub name: Option<String>,
    /// `height`.
    pub height: Option<f64>,
}
object! { Tide { list harbours, optional name, optional height } }

impl Tide {
    /// With the members that must be set; the others start unset.
    pub fn new(harbours: impl IntoIterator<Item = impl Into<String>>) -> Self {
        new! { Self { harbours: given::list(harbours) } unset { name, height } }
    }

    setters! { optional name: impl Into<String>, optional height: f64 }
}
