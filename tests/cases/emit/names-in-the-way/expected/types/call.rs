//! `Call` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{Secret, object};
use super::OptionValue;

/// `Call` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Call {
    /// `option`.
    pub option: Option<OptionValue>,
    /// `secret`.
    pub secret: Option<Secret>,
    /// `span`.
    pub span: Option<crate::runtime::Duration>,
}
object! { Call { optional option, optional secret, optional span } }
