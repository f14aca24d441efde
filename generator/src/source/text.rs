//! Bytes to text, and byte offsets to lines and columns.

use memchr::{memchr_iter, memchr2_iter};

/// Why bytes are not text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum NotText {
    /// The file is UTF-16 or UTF-32.
    Wide,
    /// It is UTF-8 only at its start, which is this.
    Invalid(String),
}

/// The bytes of a file as text, without a byte order mark.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, NotText> {
    if is_wide(&bytes) {
        return Err(NotText::Wide);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(without_mark(text)),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let start = String::from_utf8_lossy(&error.as_bytes()[..valid]);
            Err(NotText::Invalid(start.into_owned()))
        }
    }
}

/// Whether a text starts with a wide byte order mark, or with a wide ASCII character.
fn is_wide(bytes: &[u8]) -> bool {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 0, 0xfe, 0xff, ..] => true,
        [one, two, ..] => (*one == 0) != (*two == 0),
        _ => false,
    }
}

/// Drops a leading byte order mark.
pub(super) fn without_mark(text: String) -> String {
    match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}

/// Where the lines of a text start, as an editor counts them: after LF, CR or CRLF.
#[derive(Debug, Clone)]
pub(super) struct Lines {
    starts: Vec<usize>,
    /// How many characters stand before each block of the text: a document may be one line, in which a column is far
    /// from the line's start.
    before: Vec<usize>,
}

/// How many bytes a block has.
const BLOCK: usize = 4096;

impl Lines {
    pub(super) fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends = memchr2_iter(b'\n', b'\r', bytes)
            .filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
        // Room for all at once: a large document has many lines.
        let mut starts = Vec::with_capacity(1 + memchr_iter(b'\n', bytes).count());
        starts.extend(std::iter::once(0).chain(ends.map(|at| at + 1)));
        let mut before = vec![0];
        let mut sum = 0;
        before.extend(bytes.chunks(BLOCK).map(|block| {
            sum += characters(block);
            sum
        }));
        Self { starts, before }
    }

    /// Line and column of a byte, counted from one; a place behind the end is the end.
    pub(super) fn position(&self, text: &str, offset: usize) -> (u32, u32) {
        let offset = (0..=offset.min(text.len()))
            .rev()
            .find(|&at| text.is_char_boundary(at))
            .unwrap_or(0);
        let line = self.starts.partition_point(|&start| start <= offset);
        let start = self.starts[line - 1];
        let column = self.before(text, offset) - self.before(text, start) + 1;
        (narrow(line), narrow(column))
    }

    /// How many characters stand before a byte.
    fn before(&self, text: &str, offset: usize) -> usize {
        let block = offset / BLOCK;
        self.before[block] + characters(&text.as_bytes()[block * BLOCK..offset])
    }

    /// The text of a line (counted from one) without its end.
    pub(super) fn line<'t>(&self, text: &'t str, line: u32) -> &'t str {
        let line = line as usize;
        let start = line.checked_sub(1).and_then(|line| self.starts.get(line));
        let end = self.starts.get(line).copied().unwrap_or(text.len());
        start.map_or("", |&start| text[start..end].trim_end_matches(['\n', '\r']))
    }

    /// The byte a line starts with.
    pub(super) fn start(&self, line: usize) -> Option<usize> {
        self.starts.get(line.checked_sub(1)?).copied()
    }
}

/// How many characters begin in a piece of a text.
fn characters(bytes: &[u8]) -> usize {
    let begins = |byte: &u8| u8::from(!matches!(byte, 0x80..=0xbf));
    // A sum that fits in a byte is one that a processor makes of many bytes at once.
    let blocks = bytes.chunks(255).map(|block| block.iter().map(begins));
    blocks.map(|block| usize::from(block.sum::<u8>())).sum()
}

/// Files are limited far below 4 GiB.
fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
