//! `Question` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{new, object, setters};

/// `Question` of the schema.
///
/// One of `user` and `user_id` should be set;
/// a strict client refuses a request without any of them.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Question {
    /// `text`.
    pub text: String,
    /// `user`. One of this and `user_id` should be set.
    pub user: Option<String>,
    /// `user_id`. One of this and `user` should be set.
    pub user_id: Option<String>,
}
object! { Question { required text, optional user, optional user_id } expect_one { user, user_id } }

impl Question {
    /// With the members that must be set; the others start unset.
    pub fn new(text: impl Into<String>) -> Self {
        new! { Self { text: text.into() } unset { user, user_id } }
    }

    setters! { optional user: impl Into<String>, optional user_id: impl Into<String> }
}
