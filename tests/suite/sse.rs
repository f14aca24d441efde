//! The decoder of event streams: cases whole, byte by byte and cut at every place.

use std::fmt::Write;
use std::path::PathBuf;

use humanloop::sse::Decoder;
use serde::Deserialize;
use tests::cases::{Outputs, walk};
use tests::script;

/// An event and the number of bytes after which it was out.
#[derive(Debug, Clone, PartialEq)]
struct Seen {
    name: String,
    data: String,
    id: String,
    after: usize,
}

/// What a decoder made of some bytes.
#[derive(Debug, Clone, PartialEq)]
struct Result {
    events: Vec<std::result::Result<Seen, String>>,
    retry: Option<u64>,
    last_id: String,
    unfinished: Option<String>,
}

/// Feeds pieces to a decoder. The place of an event is the end of the piece that completed it.
fn decode<'a>(pieces: impl IntoIterator<Item = &'a [u8]>, limit: usize) -> Result {
    let mut decoder = Decoder::with_limit(limit);
    let (mut events, mut after) = (Vec::new(), 0);
    for piece in pieces {
        decoder.feed(piece.to_vec());
        after += piece.len();
        while let Some(event) = decoder.next_event() {
            events.push(event.map_err(|error| error.to_string()).map(|event| Seen {
                name: event.name().to_owned(),
                data: event.text().into_owned(),
                id: event.id().to_owned(),
                after,
            }));
        }
    }
    let (retry, last_id) = (decoder.retry(), decoder.last_event_id().to_owned());
    let unfinished = decoder.unfinished().map(|event| event.text().into_owned());
    Result {
        events,
        retry,
        last_id,
        unfinished,
    }
}

/// The result of feeding byte by byte, after checking that every other way gives the same.
fn decode_every_way(name: &str, bytes: &[u8], limit: usize) -> Result {
    let single = decode(bytes.chunks(1), limit);
    let forget = |mut result: Result| {
        for event in result.events.iter_mut().flatten() {
            event.after = 0;
        }
        result
    };
    let expected = forget(single.clone());
    let whole = [bytes];
    assert_eq!(forget(decode(whole, limit)), expected, "{name}: whole");
    let cuts = if bytes.len() > 2_000 { 97 } else { 1 };
    for cut in (0..=bytes.len()).step_by(cuts) {
        let (one, two) = bytes.split_at(cut);
        let seen = forget(decode([one, &[], two], limit));
        assert_eq!(seen, expected, "{name}: cut after {cut} bytes");
    }
    for size in 2..bytes.len().min(40) {
        let seen = forget(decode(bytes.chunks(size), limit));
        assert_eq!(seen, expected, "{name}: in pieces of {size} bytes");
    }
    single
}

#[test]
fn cases() {
    walk("sse", |case| {
        let bytes = script::joined(&case.text("input.txt").expect("input.txt"));
        let limit = case
            .text("limit.txt")
            .map_or(1 << 20, |text| text.trim().parse().unwrap());
        let result = decode_every_way(&case.name, &bytes, limit);
        Outputs::from([("expected/events.txt".to_owned(), listing(&result))])
    });
}

fn listing(result: &Result) -> String {
    let mut text = String::new();
    for event in &result.events {
        let _ = match event {
            Ok(seen) => {
                let Seen {
                    name,
                    data,
                    id,
                    after,
                } = seen;
                let data: String = data.chars().take(60).collect();
                writeln!(text, "after {after}: {name} {data:?} id {id:?}")
            }
            Err(error) => writeln!(text, "error: {error}"),
        };
    }
    if let Some(retry) = result.retry {
        let _ = writeln!(text, "retry: {retry}");
    }
    if !result.last_id.is_empty() {
        let _ = writeln!(text, "last id: {:?}", result.last_id);
    }
    if let Some(data) = &result.unfinished {
        let _ = writeln!(text, "unfinished: {data:?}");
    }
    if text.is_empty() {
        "nothing\n".to_owned()
    } else {
        text
    }
}

/// A line of any length in small pieces takes time in proportion to its length, and memory up to the limit.
///
/// Quadratic time would be 4,000 times as much as this test takes.
#[test]
fn long_lines_are_linear() {
    let mut decoder = Decoder::with_limit(8 << 20);
    decoder.feed(&b"data:"[..]);
    for _ in 0..(8 << 20) / 64 {
        assert!(decoder.next_event().is_none());
        decoder.feed(vec![b'x'; 64]);
    }
    assert!(decoder.next_event().is_none());
    decoder.feed(&b"12"[..]);
    assert!(decoder.next_event().is_some_and(|event| event.is_err()));
}

/// Whatever has no end takes memory up to the limit, and the pieces at hand. A buffer that grows is counted twice for
/// a moment; systems move it.
#[test]
fn endless_input_takes_no_more_memory_than_the_limit() {
    const LIMIT: usize = 1 << 20;
    const PIECE: usize = 16 << 10;
    let most = 2 * LIMIT + 3 * PIECE;
    let filler = "x".repeat(PIECE);
    let lines = format!("data: {}\n", "x".repeat(PIECE - 7));
    let inputs = [
        ("line", "data: ", &filler),
        ("name", "event: ", &filler),
        ("comment", ": ", &filler),
        ("lines", "", &lines),
        ("empty lines", "data", &"\ndata".repeat(PIECE / 5)),
    ];
    for (name, start, again) in inputs {
        let info = allocation_counter::measure(|| {
            let mut decoder = Decoder::with_limit(LIMIT);
            decoder.feed(start.as_bytes().to_vec());
            let mut errors = 0;
            for _ in 0..8 * LIMIT / PIECE {
                while let Some(event) = decoder.next_event() {
                    errors += usize::from(event.is_err());
                }
                decoder.feed(again.as_bytes().to_vec());
            }
            assert_eq!(errors, usize::from(name != "comment"), "{name}");
        });
        let peak = usize::try_from(info.bytes_max).expect("a size");
        assert!(peak <= most, "{name}: {peak} bytes");
    }
}

/// One file of cases that others wrote.
#[derive(Deserialize)]
struct Corpus {
    cases: Vec<CorpusCase>,
}

#[derive(Deserialize)]
struct CorpusCase {
    name: String,
    bytes_b64: String,
    events: Vec<CorpusEvent>,
    dispatch_at: Vec<usize>,
    retry: Option<u64>,
    last_event_id: String,
}

#[derive(Deserialize)]
struct CorpusEvent {
    event: String,
    data: String,
    id: String,
}

/// Conformance cases from outside: `SSE_CASES` names a file of them; without it there is nothing to do.
#[test]
fn corpus() {
    let Some(path) = std::env::var_os("SSE_CASES").map(PathBuf::from) else {
        return;
    };
    let text = std::fs::read_to_string(&path).expect("the file that SSE_CASES names");
    let corpus: Corpus = serde_json::from_str(&text).expect("cases");
    assert!(!corpus.cases.is_empty());
    for case in &corpus.cases {
        let bytes = from_base64(&case.bytes_b64);
        let result = decode_every_way(&case.name, &bytes, 8 << 20);
        let expected = case
            .events
            .iter()
            .zip(&case.dispatch_at)
            .map(|(event, after)| {
                Ok(Seen {
                    name: event.event.clone(),
                    data: event.data.clone(),
                    id: event.id.clone(),
                    after: *after,
                })
            });
        assert_eq!(result.events, expected.collect::<Vec<_>>(), "{}", case.name);
        assert_eq!(result.retry, case.retry, "{}", case.name);
        assert_eq!(result.last_id, case.last_event_id, "{}", case.name);
    }
}

fn from_base64(text: &str) -> Vec<u8> {
    let sextet = |letter: u8| match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => panic!("not base64"),
    };
    let letters = text.trim_end_matches('=').as_bytes();
    let mut bytes = Vec::with_capacity(letters.len() * 3 / 4);
    for group in letters.chunks(4) {
        let joined = group
            .iter()
            .fold(0_u32, |bits, letter| bits << 6 | u32::from(sextet(*letter)));
        let joined = joined << (6 * (4 - group.len()));
        bytes.extend_from_slice(&joined.to_be_bytes()[1..group.len()]);
    }
    bytes
}
