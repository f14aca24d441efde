//! `Name` of the schema. Written by `cargo xtask generate`.

/// `Name` of the schema.
pub type Name = String;
