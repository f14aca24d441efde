//! The places of a JSON text that is known to be well-formed and of bounded depth.

use std::sync::Arc;

use super::cursor::{Cursor, closing};
use super::{Inner, Spot};
use crate::source::FileId;

/// The places of a text; `None` for a text that is not JSON.
pub(super) fn scan(text: &str, file: FileId) -> Option<Spot> {
    let mut scanner = Scanner {
        cursor: Cursor::new(text),
        file,
        leaf: Arc::new(Inner::Leaf),
    };
    scanner.value()
}

struct Scanner<'t> {
    cursor: Cursor<'t>,
    file: FileId,
    /// What is in a node without members, shared by all of them.
    leaf: Arc<Inner>,
}

impl Scanner<'_> {
    fn value(&mut self) -> Option<Spot> {
        let first = self.cursor.peek()?;
        let start = self.cursor.at;
        let inner = match first {
            b'{' => Arc::new(Inner::Map(self.items(first, Self::member)?)),
            b'[' => Arc::new(Inner::List(self.items(first, Self::value)?)),
            _ => {
                self.cursor.value()?;
                Arc::clone(&self.leaf)
            }
        };
        Some(Spot::new(self.file, start, inner))
    }

    /// What stands between brackets, separated by commas.
    fn items<T>(&mut self, open: u8, item: fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        self.cursor.at += 1;
        let mut items = Vec::new();
        while self.cursor.peek()? != closing(open) {
            items.push(item(self)?);
            self.cursor.comma()?;
        }
        self.cursor.at += 1;
        Some(items)
    }

    fn member(&mut self) -> Option<(Box<str>, Spot)> {
        self.cursor.peek()?;
        let start = self.cursor.at;
        let key = self.cursor.key()?;
        Some((key.into(), self.value()?.with_key(start)))
    }
}
