//! `Event` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{Pieces, object};
use super::Piece;

/// `Event` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// `data`.
    pub data: Option<Vec<Piece>>,
}
object! { Event { optional data } }

impl Pieces for Event {
    type Piece = Piece;

    fn pieces(&self) -> &[Piece] {
        self.data.as_deref().unwrap_or_default()
    }

    fn into_pieces(self) -> Vec<Piece> {
        self.data.unwrap_or_default()
    }
}
