//! Types of the operation `updateDoc`. Written by `cargo xtask generate`.

use crate::runtime::{object, setters};

/// The request of [`Client::update_doc`](crate::Client::update_doc).
///
/// At least one of `body` and `title` must be set;
/// a strict client refuses a request without any of them.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct UpdateDocRequest {
    /// `title`. At least one of this and `body` must be set.
    pub title: Option<String>,
    /// `body`. At least one of this and `title` must be set.
    pub body: Option<String>,
}
object! { UpdateDocRequest { optional title, optional body } expect_one { body, title } }

impl UpdateDocRequest {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! { optional title: impl Into<String>, optional body: impl Into<String> }
}
