//! Types of the operation `replaceDoc`. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};

/// The request of [`Client::replace_doc`](crate::Client::replace_doc).
///
/// At least one of `body`, `draft` and `title` must be set;
/// a strict client refuses a request without any of them.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct ReplaceDocRequest {
    /// `title`. At least one of this and `body` and `draft` must be set.
    pub title: Option<String>,
    /// `body`. At least one of this and `draft` and `title` must be set.
    pub body: Option<String>,
    /// `draft`. At least one of this and `body` and `title` must be set.
    pub draft: Option<serde_json::Value>,
}
object! { ReplaceDocRequest {
    optional title, optional body, optional draft,
} expect_one { body, draft, title } }

impl ReplaceDocRequest {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        optional title: impl Into<String>, optional body: impl Into<String>,
        optional draft: impl Into<serde_json::Value>,
    }
}
