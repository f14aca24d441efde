//! The body that all decoders read: a streamed chat as the service sends it.

use std::fmt::Write as _;
use std::ops::Range;

use bytes::Bytes;

/// The text of one piece each: plain words, what JSON escapes, and what is not ASCII.
const WORDS: [&str; 10] = [
    " the",
    " answer",
    " is",
    r"\n\n",
    " naïve",
    r#" \"quoted\""#,
    " 数字",
    " of",
    " tokens",
    " 🦀",
];

/// How many MiB the long lines have.
pub(crate) const LONG: [usize; 4] = [1, 2, 4, 7];

/// An event of one line of this many bytes, in pieces of 64.
pub(crate) fn long_line(length: usize) -> Vec<Bytes> {
    let mut line = b"data: ".to_vec();
    line.resize(length, b'x');
    line.extend_from_slice(b"\n\n");
    let line = Bytes::from(line);
    (0..line.len())
        .step_by(64)
        .map(|start| line.slice(start..line.len().min(start + 64)))
        .collect()
}

/// An event stream and where its events stand.
pub(crate) struct Body {
    /// All of it.
    pub(crate) bytes: Bytes,
    /// Each event with its blank line.
    pub(crate) events: Vec<Range<usize>>,
}

impl Body {
    /// A stream of this many events, of about 300 bytes each.
    pub(crate) fn new(count: usize) -> Self {
        let mut text = String::with_capacity(count * 310);
        let mut events = Vec::with_capacity(count);
        for number in 0..count {
            let start = text.len();
            text.push_str("data: ");
            push_event(&mut text, number);
            text.push_str("\n\n");
            events.push(start..text.len());
        }
        Self {
            bytes: text.into(),
            events,
        }
    }

    /// The body in pieces of this size.
    pub(crate) fn cut(&self, size: usize) -> Vec<Bytes> {
        let starts = (0..self.bytes.len()).step_by(size);
        let end = |start: usize| self.bytes.len().min(start + size);
        starts
            .map(|start| self.bytes.slice(start..end(start)))
            .collect()
    }

    /// The body in one piece for each event.
    pub(crate) fn cut_by_event(&self) -> Vec<Bytes> {
        let events = self.events.iter().cloned();
        events.map(|range| self.bytes.slice(range)).collect()
    }
}

fn push_event(text: &mut String, number: usize) {
    let word = WORDS[number % WORDS.len()];
    let sample = number % 2;
    let _ = write!(
        text,
        r#"{{"project_id":"pr_7a2c81f0","num_samples":2,"data":[{{"id":"data_{number:012}","index":{sample},"output":"{word}","raw_output":"{word}","inputs":{{}},"finish_reason":null,"model_config_id":"config_5f1e9b22","tool_results":[],"messages":[],"tool_calls":[]}}],"usage":null,"session_id":"sesh_91d0c4aa"}}"#
    );
}
