//! Cutting a body into lines, one JSON value each.

use std::fmt;

use bytes::Bytes;
use memchr::memchr;

/// Cuts a body into lines; blank ones are skipped, and so are the record separators of `json-seq`.
#[derive(Debug)]
pub(crate) struct Lines {
    chunk: Bytes,
    position: usize,
    carried: Vec<u8>,
    current: Line,
    limit: usize,
}

/// Where the current line is.
#[derive(Debug, Clone, Copy)]
enum Line {
    None,
    Chunk(usize, usize),
    Carried,
}

/// A line is longer than allowed.
#[derive(Debug)]
pub(crate) struct LineTooLong {
    limit: usize,
}

impl fmt::Display for LineTooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a line is longer than {} bytes", self.limit)
    }
}

impl Lines {
    pub(crate) fn new(limit: usize) -> Self {
        let (chunk, carried) = (Bytes::new(), Vec::new());
        Self {
            chunk,
            position: 0,
            carried,
            current: Line::None,
            limit,
        }
    }

    /// Takes the next piece; all lines of the last one must be out.
    pub(crate) fn feed(&mut self, piece: Bytes) {
        self.forget();
        self.chunk = piece;
        self.position = 0;
    }

    /// Goes to the next line that is not blank; false when more bytes are needed.
    pub(crate) fn advance(&mut self) -> Result<bool, LineTooLong> {
        loop {
            self.forget();
            let start = self.position;
            let rest = &self.chunk[start..];
            let Some(length) = memchr(b'\n', rest) else {
                self.position = self.chunk.len();
                return self.carry(start).map(|()| false);
            };
            self.position = start + length + 1;
            if self.carried.is_empty() && length <= self.limit {
                self.current = Line::Chunk(start, start + length);
            } else {
                let end = start + length;
                self.carry_range(start, end)?;
                self.current = Line::Carried;
            }
            if !self.line().is_empty() {
                return Ok(true);
            }
        }
    }

    /// What came after the last line end; true when that is something.
    pub(crate) fn finish(&mut self) -> bool {
        self.forget();
        self.current = Line::Carried;
        !self.line().is_empty()
    }

    /// The current line without the marks and spaces around it.
    pub(crate) fn line(&self) -> &[u8] {
        let line = match self.current {
            Line::None => &[],
            Line::Chunk(start, end) => &self.chunk[start..end],
            Line::Carried => &self.carried[..],
        };
        let line = line
            .strip_prefix(b"\xEF\xBB\xBF")
            .unwrap_or(line)
            .trim_ascii();
        line.strip_prefix(b"\x1E").unwrap_or(line).trim_ascii()
    }

    fn carry(&mut self, start: usize) -> Result<(), LineTooLong> {
        self.carry_range(start, self.chunk.len())
    }

    fn carry_range(&mut self, start: usize, end: usize) -> Result<(), LineTooLong> {
        if self.carried.len() + (end - start) > self.limit {
            self.carried = Vec::new();
            return Err(LineTooLong { limit: self.limit });
        }
        self.carried.extend_from_slice(&self.chunk[start..end]);
        Ok(())
    }

    fn forget(&mut self) {
        if matches!(self.current, Line::Carried) {
            self.carried.clear();
        }
        self.current = Line::None;
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    fn cut(bytes: &[u8], size: usize) -> Vec<String> {
        let mut lines = Lines::new(20);
        let mut seen = Vec::new();
        let text = |lines: &Lines| String::from_utf8(lines.line().to_vec()).unwrap();
        for piece in bytes.chunks(size) {
            lines.feed(piece.to_vec().into());
            while lines.advance().unwrap() {
                seen.push(text(&lines));
            }
        }
        if lines.finish() {
            seen.push(format!("last {}", text(&lines)));
        }
        seen
    }

    #[test]
    fn lines_are_the_same_however_they_are_cut() {
        let bytes = b"\xEF\xBB\xBF1\n\n  \r\n\x1E{\"a\": 2}\r\n3\n4 and some more text\n5";
        for size in 1..=bytes.len() {
            let expected = ["1", "{\"a\": 2}", "3", "4 and some more text", "last 5"];
            assert_eq!(cut(bytes, size), expected, "in pieces of {size} bytes");
        }
    }
}
