//! Bytes to text, and byte offsets to lines and columns.

use memchr::{memchr, memchr_iter, memchr2_iter, memrchr2_iter};

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

/// The lines of a text as an editor counts them: after LF, CR or CRLF. They are counted block by block, since a text may
/// have very many and few are asked for; characters are, too, since it may be one line, in which a column is far from
/// the start.
#[derive(Debug, Clone)]
pub(super) struct Lines(Vec<Before>);

/// What stands before a block of a text.
#[derive(Debug, Clone, Copy, Default)]
struct Before {
    lines: usize,
    characters: usize,
}

/// How many bytes a block has.
const BLOCK: usize = 4096;

impl Lines {
    pub(super) fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut blocks = vec![Before::default()];
        let mut sum = Before::default();
        for start in (0..bytes.len()).step_by(BLOCK) {
            let end = bytes.len().min(start + BLOCK);
            sum.lines += count_ends(bytes, start, end);
            sum.characters += characters(&bytes[start..end]);
            blocks.push(sum);
        }
        Self(blocks)
    }

    /// Line and column of a byte, counted from one; a place behind the end is the end.
    pub(super) fn position(&self, text: &str, offset: usize) -> (u32, u32) {
        let offset = (0..=offset.min(text.len()))
            .rev()
            .find(|&at| text.is_char_boundary(at))
            .unwrap_or(0);
        let bytes = text.as_bytes();
        let block = offset / BLOCK;
        let line = self.0[block].lines + count_ends(bytes, block * BLOCK, offset) + 1;
        let mut breaks = memrchr2_iter(b'\n', b'\r', &bytes[..offset]);
        let start = breaks.find(|&at| is_end(bytes, at)).map_or(0, |at| at + 1);
        let column = self.before(bytes, offset) - self.before(bytes, start) + 1;
        (narrow(line), narrow(column))
    }

    /// How many characters stand before a byte.
    fn before(&self, bytes: &[u8], offset: usize) -> usize {
        let block = offset / BLOCK;
        self.0[block].characters + characters(&bytes[block * BLOCK..offset])
    }

    /// The text of a line (counted from one) without its end.
    pub(super) fn line<'t>(&self, text: &'t str, line: u32) -> &'t str {
        let line = line as usize;
        let end = self.start(text, line + 1).unwrap_or(text.len());
        let start = self.start(text, line);
        start.map_or("", |start| text[start..end].trim_end_matches(['\n', '\r']))
    }

    /// The byte a line starts with.
    pub(super) fn start(&self, text: &str, line: usize) -> Option<usize> {
        let before = line.checked_sub(1)?;
        if before == 0 {
            return Some(0);
        }
        let block = self.0.partition_point(|block| block.lines < before) - 1;
        let bytes = text.as_bytes();
        // Behind the last line there is no such block.
        let from = bytes.len().min(block * BLOCK);
        let last = ends(bytes, from, bytes.len()).nth(before - self.0[block].lines - 1)?;
        Some(last + 1)
    }
}

/// The bytes between two others that end a line.
fn ends(bytes: &[u8], from: usize, to: usize) -> impl Iterator<Item = usize> {
    let breaks = memchr2_iter(b'\n', b'\r', &bytes[from..to]).map(move |at| from + at);
    breaks.filter(|&at| is_end(bytes, at))
}

/// How many they are.
fn count_ends(bytes: &[u8], from: usize, to: usize) -> usize {
    let piece = &bytes[from..to];
    match memchr(b'\r', piece) {
        None => memchr_iter(b'\n', piece).count(),
        Some(_) => ends(bytes, from, to).count(),
    }
}

/// Whether a line break at this byte is all of it, or the end of it.
fn is_end(bytes: &[u8], at: usize) -> bool {
    bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n')
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

#[cfg(test)]
mod tests {
    use super::{BLOCK, Lines};

    /// Places are what a walk over all characters says, also where blocks of the text meet.
    #[test]
    fn lines_and_columns_are_counted_across_blocks() {
        let text = "ä\r\nb\rc\n\n".repeat(BLOCK / 8) + "end";
        let lines = Lines::new(&text);
        let (mut line, mut column, mut starts) = (1, 1, vec![0]);
        for (at, char) in text.char_indices() {
            assert_eq!(lines.position(&text, at), (line, column), "at {at}");
            let rest = &text[at..];
            if char == '\n' || char == '\r' && !rest.starts_with("\r\n") {
                (line, column) = (line + 1, 1);
                starts.push(at + 1);
            } else {
                column += 1;
            }
        }
        for (index, start) in starts.iter().enumerate() {
            assert_eq!(lines.start(&text, index + 1), Some(*start));
        }
        assert_eq!(lines.start(&text, starts.len() + 1), None);
        assert_eq!(lines.start(&text, 0), None);
        assert_eq!(lines.line(&text, line), "end");
        assert_eq!(lines.line(&text, 1), "ä");
    }
}
