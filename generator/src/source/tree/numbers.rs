//! The text of numbers, which serde does not hand out.
//!
//! JSON numbers are read from the text in step with the visitor. For a YAML
//! float the visitor fails on purpose, which makes the reader say where the
//! float stands; the text is taken from there.

use memchr::{memchr2_iter, memmem};
use std::cell::{Cell, OnceCell};
use std::fmt;

use crate::source::Node;

/// A number from its text.
pub(super) fn number(text: &str) -> Node {
    match text.parse() {
        Ok(integer) => Node::Int(integer),
        Err(_) => Node::Number(text.into()),
    }
}

/// The numbers of a JSON text, one after the other.
pub(super) struct JsonNumbers<'t> {
    text: &'t str,
    at: usize,
    /// How many numbers were read whose text is not needed: most documents have no others.
    passed: usize,
}

impl<'t> JsonNumbers<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            passed: 0,
        }
    }

    /// Leaves a number out.
    pub(super) const fn pass(&mut self) {
        self.passed += 1;
    }

    /// The first number that was not left out.
    pub(super) fn after_passed(&mut self) -> Option<&'t str> {
        let passed = std::mem::take(&mut self.passed);
        self.nth(passed)
    }

    /// Steps over a string whose opening quote is at `at`.
    fn skip_string(&mut self) {
        let bytes = self.text.as_bytes();
        self.at += 1;
        while let Some(found) = memchr::memchr2(b'"', b'\\', &bytes[self.at.min(bytes.len())..]) {
            self.at += found + 1;
            if bytes[self.at - 1] == b'"' {
                return;
            }
            self.at += 1;
        }
        self.at = bytes.len();
    }
}

impl<'t> Iterator for JsonNumbers<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        let bytes = self.text.as_bytes();
        loop {
            match bytes.get(self.at)? {
                b'"' => self.skip_string(),
                b'-' | b'0'..=b'9' => break,
                _ => self.at += 1,
            }
        }
        let start = self.at;
        let is_part = |byte: &&u8| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
        self.at += bytes[start..].iter().take_while(is_part).count();
        Some(&self.text[start..self.at])
    }
}

/// Finds the text of YAML floats by the place the reader names in an error.
pub(super) struct YamlNumbers<'t> {
    text: &'t str,
    lines: OnceCell<Vec<usize>>,
    /// The float whose visitor has just failed on purpose.
    pub(super) pending: Cell<Option<f64>>,
}

impl<'t> YamlNumbers<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self {
            text,
            lines: OnceCell::new(),
            pending: Cell::new(None),
        }
    }

    /// The float `value`, with its source text when the reader's `error` says where it is.
    pub(super) fn node(&self, value: f64, error: &impl fmt::Display) -> Node {
        let text = position(&error.to_string())
            .and_then(|(line, column)| self.word(line, column))
            .filter(|word| is_json_number(word) && word.parse() == Ok(value));
        match text {
            Some(text) => number(text),
            None if value.is_finite() => number(&value.to_string()),
            None => Node::Str(spelled(value).into()),
        }
    }

    /// The characters of a number at a line and column as the YAML reader counts them.
    fn word(&self, line: usize, column: usize) -> Option<&str> {
        let lines = self.lines.get_or_init(|| yaml_lines(self.text));
        let rest = self.text.get(*lines.get(line.checked_sub(1)?)?..)?;
        let (start, _) = rest.char_indices().nth(column.checked_sub(1)?)?;
        let word = &rest[start..];
        let is_part = |char: char| char.is_ascii_alphanumeric() || matches!(char, '.' | '+' | '-');
        Some(&word[..word.find(|char| !is_part(char)).unwrap_or(word.len())])
    }
}

/// The numbers at the end of `… at line 3 column 5`.
fn position(message: &str) -> Option<(usize, usize)> {
    let (rest, column) = message.rsplit_once(" column ")?;
    let (_, line) = rest.rsplit_once(" line ")?;
    Some((line.parse().ok()?, column.parse().ok()?))
}

/// Where lines start for the YAML reader, which also breaks them at NEL, LS and PS.
fn yaml_lines(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let ends = memchr2_iter(b'\n', b'\r', bytes)
        .filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
    let mut starts = vec![0];
    starts.extend(ends.map(|at| at + 1));
    for rare in ["\u{85}", "\u{2028}", "\u{2029}"] {
        let ends = memmem::find_iter(bytes, rare);
        starts.extend(ends.map(|at| at + rare.len()));
    }
    starts.sort_unstable();
    starts
}

/// Whether JSON allows this spelling of a number (YAML also knows `.5`, `+1.` and more).
fn is_json_number(word: &str) -> bool {
    let digits = word.strip_prefix('-').unwrap_or(word);
    let (mantissa, exponent) = match digits.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (digits, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let numeric = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    numeric(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(numeric)
        && exponent.is_none_or(|text| numeric(text.strip_prefix(['+', '-']).unwrap_or(text)))
}

/// JSON has no number for these: they stay words.
fn spelled(value: f64) -> &'static str {
    if value.is_nan() {
        ".nan"
    } else if value > 0.0 {
        ".inf"
    } else {
        "-.inf"
    }
}
