//! The places of a JSON text that is known to be well-formed and of bounded depth.

use std::sync::Arc;

use super::{Inner, Spot};
use crate::source::FileId;

/// The places of a text; `None` for a text that is not JSON.
pub(super) fn scan(text: &str, file: FileId) -> Option<Spot> {
    let mut scanner = Scanner {
        text,
        file,
        at: 0,
        leaf: Arc::new(Inner::Leaf),
    };
    scanner.value()
}

struct Scanner<'t> {
    text: &'t str,
    file: FileId,
    at: usize,
    /// What is in a node without members, shared by all of them.
    leaf: Arc<Inner>,
}

impl Scanner<'_> {
    /// The next byte that is not blank.
    fn peek(&mut self) -> Option<u8> {
        let rest = &self.text.as_bytes()[self.at..];
        let blank = rest.iter().take_while(|byte| byte.is_ascii_whitespace());
        self.at += blank.count();
        self.text.as_bytes().get(self.at).copied()
    }

    fn value(&mut self) -> Option<Spot> {
        let first = self.peek()?;
        let start = self.at;
        let inner = match first {
            b'{' => Arc::new(Inner::Map(self.items(b'}', Self::member)?)),
            b'[' => Arc::new(Inner::List(self.items(b']', Self::value)?)),
            b'"' => {
                self.string()?;
                Arc::clone(&self.leaf)
            }
            _ => {
                self.word();
                Arc::clone(&self.leaf)
            }
        };
        Some(Spot::new(self.file, start, inner))
    }

    /// What stands between brackets, separated by commas.
    fn items<T>(&mut self, end: u8, item: fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        self.at += 1;
        let mut items = Vec::new();
        while self.peek()? != end {
            items.push(item(self)?);
            if self.peek()? == b',' {
                self.at += 1;
            }
        }
        self.at += 1;
        Some(items)
    }

    fn member(&mut self) -> Option<(Box<str>, Spot)> {
        self.peek()?;
        let start = self.at;
        let key = text(self.string()?)?;
        self.peek().filter(|&byte| byte == b':')?;
        self.at += 1;
        Some((key, self.value()?.with_key(start)))
    }

    /// Steps over a string and gives it with its quotes.
    fn string(&mut self) -> Option<&str> {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut end = start + 1;
        loop {
            end += memchr::memchr2(b'"', b'\\', bytes.get(end..)?)?;
            if bytes[end] == b'"' {
                break;
            }
            end += 2;
        }
        self.at = end + 1;
        Some(&self.text[start..=end])
    }

    /// Steps over a number or a word, at least over one byte.
    fn word(&mut self) {
        let rest = &self.text.as_bytes()[self.at..];
        let is_part =
            |byte: &&u8| !matches!(byte, b',' | b']' | b'}' | b'"') && !byte.is_ascii_whitespace();
        self.at += rest.iter().take_while(is_part).count().max(1);
    }
}

/// The text of a string that is given with its quotes.
fn text(string: &str) -> Option<Box<str>> {
    if string.contains('\\') {
        serde_json::from_str(string).ok()
    } else {
        Some(string[1..string.len() - 1].into())
    }
}
