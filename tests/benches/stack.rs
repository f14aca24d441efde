//! How each decoder of a comparison is driven over the pieces of a body, which it is given as a connection gives them.

use std::convert::Infallible;

use bytes::Bytes;
use eventsource_stream::Eventsource;
use futures_util::{FutureExt, Stream, StreamExt, stream};
use humanloop::sse::Decoder;

/// The decoder of the client.
pub(crate) fn ours(pieces: Vec<Bytes>, mut take: impl FnMut(&[u8])) {
    let mut decoder = Decoder::new();
    for piece in pieces {
        decoder.feed(piece);
        while let Some(event) = decoder.next_event() {
            take(event.expect("no event is too large").data());
        }
    }
}

/// `sse-core`.
pub(crate) fn sse_core(pieces: Vec<Bytes>, mut take: impl FnMut(&[u8])) {
    let mut decoder = sse_core::SseDecoder::new();
    for mut piece in pieces {
        while let Some(event) = decoder.next(&mut piece) {
            if let sse_core::SseEvent::Message(event) = event.expect("no event is too large") {
                take(event.data.as_bytes());
            }
        }
    }
}

/// `sse-stream`.
pub(crate) fn sse_stream(pieces: Vec<Bytes>, mut take: impl FnMut(&[u8])) {
    let events = sse_stream::SseStream::from_bytes_stream(source(pieces));
    drain(events, |event| {
        let event = event.expect("the body has no errors");
        take(event.data.unwrap_or_default().as_bytes());
    });
}

/// `eventsource-stream`.
pub(crate) fn eventsource(pieces: Vec<Bytes>, mut take: impl FnMut(&[u8])) {
    drain(source(pieces).eventsource(), |event| {
        take(event.expect("the body has no errors").data.as_bytes());
    });
}

fn source(pieces: Vec<Bytes>) -> impl Stream<Item = Result<Bytes, Infallible>> {
    stream::iter(pieces.into_iter().map(Ok))
}

/// Takes all items of a stream that never waits.
fn drain<S: Stream>(stream: S, take: impl FnMut(S::Item)) {
    let mut stream = std::pin::pin!(stream.map(take));
    while let Some(Some(())) = stream.next().now_or_never() {}
}
