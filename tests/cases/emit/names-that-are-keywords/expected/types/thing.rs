//! `Thing` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{Maybe, object, setters};

/// `Thing` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `type`.
    pub r#type: Option<String>,
    /// `self`.
    pub self_2: Option<String>,
    /// `Self`.
    pub self_: Option<String>,
    /// `super`.
    pub super_: Option<String>,
    /// `crate`.
    pub crate_: Option<String>,
    /// `gen`.
    pub r#gen: Option<String>,
    /// `async`.
    pub r#async: Option<String>,
    /// `_`.
    pub underscore: Option<String>,
    /// `true`.
    pub r#true: Option<bool>,
    /// `move`.
    pub r#move: Maybe<String>,
}
object! { Thing {
    optional r#type = "type", optional self_2 = "self", optional self_ = "Self",
    optional super_ = "super", optional crate_ = "crate", optional r#gen = "gen",
    optional r#async = "async", optional underscore = "_", optional r#true = "true",
    maybe r#move = "move",
} }

impl Thing {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        optional r#type as type: impl Into<String>, optional self_2: impl Into<String>,
        optional self_: impl Into<String>, optional super_: impl Into<String>,
        optional crate_: impl Into<String>, optional r#gen as gen: impl Into<String>,
        optional r#async as async: impl Into<String>, optional underscore: impl Into<String>,
        optional r#true as true: bool, maybe r#move as move: impl Into<String>,
        null move_null as move = r#move,
    }
}
