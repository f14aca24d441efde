//! A place in a JSON text that is known to be well-formed, and the steps from there.

use std::borrow::Cow;

pub(super) struct Cursor<'t> {
    text: &'t str,
    pub(super) at: usize,
}

impl<'t> Cursor<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// The next byte that is not blank.
    pub(super) fn peek(&mut self) -> Option<u8> {
        let rest = &self.text.as_bytes()[self.at..];
        let blank = rest.iter().take_while(|byte| byte.is_ascii_whitespace());
        self.at += blank.count();
        self.text.as_bytes().get(self.at).copied()
    }

    /// Steps over what may stand between two items.
    pub(super) fn comma(&mut self) -> Option<()> {
        if self.peek()? == b',' {
            self.at += 1;
        }
        Some(())
    }

    /// Steps over a key with its colon, and gives its text.
    pub(super) fn key(&mut self) -> Option<Cow<'t, str>> {
        self.peek()?;
        let key = text(self.string()?)?;
        self.peek().filter(|&byte| byte == b':')?;
        self.at += 1;
        Some(key)
    }

    /// Steps over a string and gives it with its quotes.
    pub(super) fn string(&mut self) -> Option<&'t str> {
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
    pub(super) fn word(&mut self) {
        let rest = &self.text.as_bytes()[self.at..];
        let is_part =
            |byte: &&u8| !matches!(byte, b',' | b']' | b'}' | b'"') && !byte.is_ascii_whitespace();
        self.at += rest.iter().take_while(is_part).count().max(1);
    }

    /// Steps over a value.
    pub(super) fn value(&mut self) -> Option<()> {
        match self.peek()? {
            b'"' => drop(self.string()?),
            open @ (b'{' | b'[') => {
                self.at += 1;
                self.leave(open)?;
            }
            _ => self.word(),
        }
        Some(())
    }

    /// Steps behind the end of what such a bracket opened; brackets of the other kind are even in it.
    pub(super) fn leave(&mut self, open: u8) -> Option<()> {
        let close = closing(open);
        let mut depth = 1;
        while depth > 0 {
            let rest = self.text.as_bytes().get(self.at..)?;
            self.at += memchr::memchr3(b'"', open, close, rest)?;
            match self.text.as_bytes()[self.at] {
                b'"' => {
                    self.string()?;
                    continue;
                }
                byte if byte == open => depth += 1,
                _ => depth -= 1,
            }
            self.at += 1;
        }
        Some(())
    }
}

/// The bracket that ends what this one begins.
pub(super) const fn closing(open: u8) -> u8 {
    if open == b'{' { b'}' } else { b']' }
}

/// The text of a string that is given with its quotes.
fn text(string: &str) -> Option<Cow<'_, str>> {
    if string.contains('\\') {
        serde_json::from_str(string).ok().map(Cow::Owned)
    } else {
        Some(string[1..string.len() - 1].into())
    }
}
