//! The decoder of event streams beside the standard's own rules, whole and cut at every place.

use fastrand::Rng;
use humanloop::sse::Decoder;

use super::reference::{self, Dispatched, Outcome};
use super::{Target, mutate};

pub(super) const TARGET: Target = Target {
    name: "decoder",
    make,
    check,
};

/// A limit that nothing here reaches.
const FAR: usize = 1 << 20;

/// Pieces that mean something to a decoder, alone or in a row.
const WORDS: [&[u8]; 34] = [
    b"data",
    b"data:",
    b"data: ",
    b"event",
    b"event:",
    b"event: ",
    b"id",
    b"id:",
    b"id: ",
    b"retry",
    b"retry:",
    b"retry: ",
    b":",
    b" ",
    b"\n",
    b"\n",
    b"\r",
    b"\r\n",
    b"\n\n",
    b"\r\r",
    b"\r\n\r\n",
    b"\xEF\xBB\xBF",
    b"\xEF",
    b"\xBB",
    b"\0",
    b"7",
    b"18446744073709551616",
    b"\xE2\x80\xA8",
    b"\xE2\x82",
    b"\xFF",
    b"{\"a\": [1]}",
    b"x",
    b"dat",
    b"[DONE]",
];

fn make(random: &mut Rng) -> Vec<u8> {
    let mut bytes = Vec::new();
    if random.u8(..8) == 0 {
        bytes.extend_from_slice(b"\xEF\xBB\xBF");
    }
    for _ in 0..random.usize(1..20) {
        if random.u8(..16) == 0 {
            bytes.push(random.u8(..));
        } else {
            bytes.extend_from_slice(WORDS[random.usize(..WORDS.len())]);
        }
    }
    if random.u8(..16) == 0 {
        mutate::bytes(&mut bytes, random);
    }
    bytes
}

fn check(bytes: &[u8]) -> Result<(), String> {
    let expected = reference::read(bytes);
    let single = decode(bytes.chunks(1), FAR);
    let events: Result<Vec<_>, _> = single.events.iter().cloned().collect();
    let seen = Outcome {
        events: events?,
        last_id: single.last_id.clone(),
        retry: single.retry,
    };
    if seen != expected {
        return Err(format!(
            "byte by byte: {seen:?}\nthe standard: {expected:?}"
        ));
    }
    for limit in [0, 5, 17, FAR] {
        same_at_every_cut(bytes, limit)?;
    }
    Ok(())
}

/// What a decoder made of some bytes.
#[derive(Debug, PartialEq)]
struct Decoded {
    events: Vec<Result<Dispatched, String>>,
    last_id: String,
    retry: Option<u64>,
    unfinished: Option<(String, String)>,
}

fn same_at_every_cut(bytes: &[u8], limit: usize) -> Result<(), String> {
    let forget = |mut decoded: Decoded| {
        for event in decoded.events.iter_mut().flatten() {
            event.after = 0;
        }
        decoded
    };
    let single = forget(decode(bytes.chunks(1), limit));
    for event in single.events.iter().flatten() {
        // What is no UTF-8 is longer as text.
        if event.data.len() > limit && !event.data.contains('\u{FFFD}') {
            return Err(format!("an event above the limit of {limit}: {event:?}"));
        }
    }
    let compare = |way: String, decoded: Decoded| {
        let decoded = forget(decoded);
        if decoded == single {
            return Ok(());
        }
        Err(format!(
            "limit {limit}, {way}: {decoded:?}\nbyte by byte: {single:?}"
        ))
    };
    for cut in 0..=bytes.len() {
        let (one, two) = bytes.split_at(cut);
        compare(format!("cut after {cut}"), decode([one, &[], two], limit))?;
    }
    for size in 2..bytes.len().min(12) {
        compare(
            format!("pieces of {size}"),
            decode(bytes.chunks(size), limit),
        )?;
    }
    Ok(())
}

fn decode<'a>(pieces: impl IntoIterator<Item = &'a [u8]>, limit: usize) -> Decoded {
    let mut decoder = Decoder::with_limit(limit);
    let (mut events, mut after) = (Vec::new(), 0);
    for piece in pieces {
        decoder.feed(piece.to_vec());
        after += piece.len();
        while let Some(event) = decoder.next_event() {
            events.push(match event {
                Ok(event) => Ok(Dispatched {
                    name: event.name().to_owned(),
                    data: event.text().into_owned(),
                    id: event.id().to_owned(),
                    after,
                }),
                Err(error) => Err(error.to_string()),
            });
        }
    }
    let (last_id, retry) = (decoder.last_event_id().to_owned(), decoder.retry());
    let unfinished = decoder
        .unfinished()
        .map(|event| (event.name().to_owned(), event.text().into_owned()));
    Decoded {
        events,
        last_id,
        retry,
        unfinished,
    }
}
