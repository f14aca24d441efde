//! `Labels` of the schema. Written by `cargo xtask generate`.

use std::collections::BTreeMap;

/// `Labels` of the schema.
pub type Labels = BTreeMap<String, String>;
