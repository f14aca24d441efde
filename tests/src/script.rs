//! Bytes and scripts as text: what a case says a server sends.
//!
//! A script is made of lines; empty ones and those that begin with `#` mean nothing. In texts, `\n \r \t \\ \xFF`
//! stand for bytes; the line end of the file is not part of a text.
//!
//! ```text
//! connection                      what follows is for the next connection
//! head 200                        an answer begins; indented lines are its headers
//!   content-type: text/event-stream
//! chunk data: {}\n\n              one chunk of a chunked body (a `head` before it is sent first)
//! repeat 1000 chunk x             the same chunk many times
//! end                             the end of a chunked body
//! body {"detail": "no"}           a whole body with its length
//! echo                            a whole body: the request as it came, as a JSON string under `detail`
//! echo-chunk data: {"a": @}\n\n   a chunk with that string in place of `@`
//! raw HTTP/1.1 200 OK\r\n         bytes as they are
//! flood data: {}\n\n              the same chunk until the client takes no more, at most 256 MiB
//! gate                            goes on when the test says so
//! pause 100                       does nothing for so many milliseconds
//! wait                            does nothing until the client closes the connection
//! reset                           ends the connection with a reset instead of a regular end
//! early                           (first line of a connection) does not read the body of the request
//! blind                           (first line of a connection) does not read the request at all
//! ```

use std::time::Duration;

/// One step of a connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// An answer begins: status and header lines.
    Head(u16, Vec<String>),
    /// A chunk of a chunked body, this many times.
    Chunk(Vec<u8>, usize),
    /// A chunk again and again, until the connection takes no more.
    Flood(Vec<u8>),
    /// The end of a chunked body.
    End,
    /// A whole body.
    Body(Vec<u8>),
    /// A whole body that repeats the request.
    Echo,
    /// A chunk that repeats the request at each `@`.
    EchoChunk(Vec<u8>),
    /// Bytes as they are.
    Raw(Vec<u8>),
    /// Waits for the test.
    Gate,
    /// Waits for this time.
    Pause(Duration),
    /// Waits for the client to close.
    Wait,
    /// Resets the connection.
    Reset,
    /// Leaves the body of the request unread.
    Early,
    /// Reads nothing of the request before it answers.
    Blind,
}

/// Reads a script: the steps of each connection.
///
/// # Panics
/// When a line is none of the known ones.
pub fn parse(text: &str) -> Vec<Vec<Step>> {
    let mut connections: Vec<Vec<Step>> = Vec::new();
    for line in text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        if line == "connection" {
            connections.push(Vec::new());
            continue;
        }
        let steps = connections
            .last_mut()
            .expect("a script begins with `connection`");
        if let Some(header) = line.strip_prefix("  ") {
            let Some(Step::Head(_, headers)) = steps.last_mut() else {
                panic!("a header without `head`: {line}");
            };
            headers.push(header.to_owned());
        } else {
            steps.push(step(line));
        }
    }
    connections
}

fn step(line: &str) -> Step {
    let (word, text) = line.split_once(' ').unwrap_or((line, ""));
    match word {
        "head" => Step::Head(text.parse().expect("a status"), Vec::new()),
        "chunk" => Step::Chunk(bytes(text), 1),
        "repeat" => {
            let (count, rest) = text.split_once(" chunk ").expect("`repeat N chunk TEXT`");
            Step::Chunk(bytes(rest), count.parse().expect("a number"))
        }
        "flood" => Step::Flood(bytes(text)),
        "end" => Step::End,
        "body" => Step::Body(bytes(text)),
        "echo" => Step::Echo,
        "echo-chunk" => Step::EchoChunk(bytes(text)),
        "raw" => Step::Raw(bytes(text)),
        "gate" => Step::Gate,
        "pause" => Step::Pause(Duration::from_millis(text.parse().expect("a number"))),
        "wait" => Step::Wait,
        "reset" => Step::Reset,
        "early" => Step::Early,
        "blind" => Step::Blind,
        _ => panic!("no such step: {line}"),
    }
}

/// The bytes of a text with escapes.
///
/// # Panics
/// When a backslash is followed by anything that is no escape.
pub fn bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        bytes.extend_from_slice(before.as_bytes());
        let (byte, length) = match after.as_bytes().first() {
            Some(b'n') => (b'\n', 1),
            Some(b'r') => (b'\r', 1),
            Some(b't') => (b'\t', 1),
            Some(b'\\') => (b'\\', 1),
            Some(b'x') => (
                u8::from_str_radix(&after[1..3], 16).expect("two hex digits"),
                3,
            ),
            other => panic!("no such escape: {other:?} in {text}"),
        };
        bytes.push(byte);
        rest = &after[length..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}

/// The bytes of a whole file of such texts: the lines, joined without their ends; `#` begins a comment line, and
/// `repeat N TEXT` stands for N times the text.
///
/// # Panics
/// When a line has an unknown escape or a wrong number.
pub fn joined(text: &str) -> Vec<u8> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let parts = lines.map(|line| match line.strip_prefix("repeat ") {
        None => bytes(line),
        Some(rest) => {
            let (count, text) = rest.split_once(' ').expect("`repeat N TEXT`");
            bytes(text).repeat(count.parse().expect("a number"))
        }
    });
    parts.flatten().collect()
}
