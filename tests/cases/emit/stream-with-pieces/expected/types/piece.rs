//! `Piece` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;
use super::Finish;

/// `Piece` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Piece {
    /// `index`.
    pub index: i64,
    /// `text`.
    pub text: Option<String>,
    /// `finish`.
    pub finish: Option<Finish>,
    /// `old`.
    #[deprecated]
    pub old: Option<String>,
}
object! { Piece { required index, optional text, optional finish, optional old } }

impl crate::runtime::Piece for Piece {
    type Key = i64;

    fn key(&self) -> Self::Key {
        self.index
    }

    fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    fn finish(&self) -> Option<&str> {
        self.finish.as_ref().map(Finish::as_str)
    }

    #[expect(deprecated, reason = "deprecated members come too")]
    fn update(&mut self, later: Self) {
        self.index = later.index;
        self.text = later.text.or(self.text.take());
        self.finish = later.finish.or(self.finish.take());
        self.old = later.old.or(self.old.take());
    }
}
