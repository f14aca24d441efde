//! `Vec` of the schema. Written by `cargo xtask generate`.

use super::OptionValue;

/// `Vec` of the schema.
pub type VecValue = Vec<OptionValue>;
