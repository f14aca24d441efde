//! `State` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// `State` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct State {
    /// `since`.
    pub since: Option<serde_json::Value>,
    /// `running`.
    pub running: Option<bool>,
}
object! { State { nullable since, optional running } }
