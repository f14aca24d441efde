//! Streams of typed events.

use std::fmt;
use std::future::{IntoFuture, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use serde::de::DeserializeOwned;

#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
use super::blocking::wait;
use super::call::Call;
use super::endpoint::{Endpoint, Framing};
use super::frames::{Extent, Frame};
#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
use super::iterate::Blocking;
use super::json::{self, JsonError};
use super::meta::Meta;
use super::source::Source;
use super::transport::BoxFuture;
use crate::error::Result;

/// An endpoint with a stream half.
pub trait Streamed: Endpoint {
    /// The data of one event.
    type Event: DeserializeOwned + Send + 'static;
    /// How events are cut from the body.
    const FRAMING: Framing;
    /// What a request for the stream accepts; the document's own media type comes first.
    const ACCEPT: &'static str = Self::FRAMING.accept();
    /// The members by which an object in a stream of events is an error of the server instead of an event: those of
    /// `error`, `detail` and `message` that the event's own schema does not have. A line of JSON Lines is never one.
    const ERROR_MEMBERS: &'static [&'static str] = &["error", "detail", "message"];

    /// Reads one event. Here it is JSON; an event of plain text is its data as it stands.
    fn read(data: &str) -> serde_json::Result<Self::Event> {
        json::parse(data)
    }

    /// Whether an event that could be read may be an error all the same.
    ///
    /// An error object reads as an event when no member of the event is required. The data is then looked at again
    /// for [`ERROR_MEMBERS`](Self::ERROR_MEMBERS). Here: when its first member is one of them; events with pieces
    /// say it better, by having none.
    fn is_doubtful(event: &Self::Event, data: &str) -> bool {
        let _ = event;
        let name = data.trim_start().strip_prefix("{\"").unwrap_or_default();
        let mut members = Self::ERROR_MEMBERS.iter();
        members.any(|member| {
            name.strip_prefix(member)
                .is_some_and(|rest| rest.starts_with('"'))
        })
    }
}

/// A call whose answer is a stream of events.
#[derive(Debug, Clone, Copy)]
pub struct Streaming;

impl<Op> Call<Op, Streaming> {
    /// How long the stream may be without a byte; `None` for no limit.
    pub fn idle_timeout(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.draft.limits.idle = limit.into();
        self
    }

    /// How long the stream may be without an event, keep-alive comments or not; `None` for no limit.
    pub fn event_timeout(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.draft.limits.event = limit.into();
        self
    }
}

impl<Op: Streamed> Call<Op, Streaming> {
    /// Sends the call and gives the stream back once its head has come.
    pub async fn send(self) -> Result<EventStream<Op::Event>> {
        let source = self
            .draft
            .open(&Op::ROUTE, Op::FRAMING, Op::ACCEPT, Op::ERROR_MEMBERS)
            .await?;
        Ok(EventStream {
            source,
            read: Op::read,
            explain: json::explain::<Op::Event>,
            is_doubtful: Op::is_doubtful,
        })
    }
}

#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
impl<Op: Streamed> Call<Op, Streaming> {
    /// Sends the call, waits for the head of the stream, and gives its events as an iterator, on a thread without an
    /// async runtime.
    ///
    /// Inside one there is an error that [`is_refused`](crate::Error::is_refused), since waiting would stop other
    /// tasks; threads begun by `tokio::task::spawn_blocking` count as inside.
    pub fn send_blocking(self) -> Result<Blocking<EventStream<Op::Event>>> {
        wait(self.send())?.map(Blocking::new)
    }
}

impl<Op: Streamed> IntoFuture for Call<Op, Streaming> {
    type Output = Result<EventStream<Op::Event>>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

/// A stream of typed events.
///
/// It reads from the connection only when it is asked for an event: a slow reader slows the server down, and
/// nothing piles up. Dropping it closes the connection. After an error it is over, except after one that
/// [`is_decode`](crate::Error::is_decode), which is about a single event.
#[must_use = "a stream does nothing unless it is read"]
pub struct EventStream<E> {
    source: Source,
    read: fn(&str) -> serde_json::Result<E>,
    explain: fn(&str, &serde_json::Error) -> JsonError,
    is_doubtful: fn(&E, &str) -> bool,
}

/// One event and the bytes it came in.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RawEvent<E> {
    /// The typed value.
    pub value: E,
    /// The data of the event, exactly as it came.
    pub data: Bytes,
    /// The event's name; `message` where the server gives none.
    pub name: String,
    /// The event's ID; empty where the server gives none.
    pub id: String,
    /// The number of the event in its stream, from 0.
    pub number: u64,
}

/// A stream of events with the bytes they came in; made by [`EventStream::raw`].
#[must_use = "a stream does nothing unless it is read"]
pub struct RawStream<E>(EventStream<E>);

impl<E> EventStream<E> {
    /// The next event; `None` at the end.
    ///
    /// Nothing is lost when the future is dropped before it is ready.
    pub async fn next(&mut self) -> Option<Result<E>> {
        poll_fn(|cx| self.poll(cx, |value, _, _| value)).await
    }

    /// The same stream with the exact bytes of each event beside its value.
    pub fn raw(self) -> RawStream<E> {
        RawStream(self)
    }

    /// Goes on to the next frame that is an event. The good path is one check for UTF-8 and one parse,
    /// and it moves the value no more often than it must.
    #[inline]
    fn poll<T>(
        &mut self,
        cx: &mut Context<'_>,
        make: impl FnOnce(E, Frame<'_>, u64) -> T,
    ) -> Poll<Option<Result<T>>> {
        loop {
            match ready!(self.source.poll_frame(cx)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                Some(Ok(())) => {}
            }
            let frame = self.source.frames.frame();
            match word(frame) {
                Word::Event => {}
                Word::KeepAlive => continue,
                Word::End => {
                    self.source.end();
                    continue;
                }
                Word::Error => return Poll::Ready(Some(Err(self.source.error_event()))),
            }
            let text = match std::str::from_utf8(frame.data) {
                Ok(text) => text,
                Err(error) => return Poll::Ready(Some(Err(self.source.no_text(error)))),
            };
            // Each arm gives the whole answer: around the match, it would be one move of the value more.
            return match (self.read)(text) {
                Ok(event) if (self.is_doubtful)(&event, text) && self.source.is_error_object() => {
                    Poll::Ready(Some(Err(self.source.error_event())))
                }
                Ok(_) if !self.source.is_whole() => Poll::Ready(Some(Err(self.source.cut_short()))),
                Ok(event) => {
                    let number = self.source.count_delivered();
                    let frame = self.source.frames.frame();
                    Poll::Ready(Some(Ok(make(event, frame, number))))
                }
                Err(error) => {
                    let why = (self.explain)(text, &error);
                    Poll::Ready(Some(Err(self.source.unreadable(why))))
                }
            };
        }
    }
}

impl<E> EventStream<E> {
    /// Status, headers, attempts and times of the answer's head.
    pub fn meta(&self) -> &Meta {
        &self.source.meta
    }

    /// How many events came so far.
    pub fn delivered(&self) -> u64 {
        self.source.delivered
    }
}

impl<E> RawStream<E> {
    /// Status, headers, attempts and times of the answer's head.
    pub fn meta(&self) -> &Meta {
        self.0.meta()
    }
}

impl<E> RawStream<E> {
    /// The next event; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<RawEvent<E>>> {
        poll_fn(|cx| self.0.poll(cx, raw_event)).await
    }
}

fn raw_event<E>(value: E, frame: Frame<'_>, number: u64) -> RawEvent<E> {
    RawEvent {
        value,
        data: Bytes::copy_from_slice(frame.data),
        name: frame.name.to_owned(),
        id: frame.id.to_owned(),
        number,
    }
}

impl<E> Stream for EventStream<E> {
    type Item = Result<E>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(cx, |value, _, _| value)
    }
}

impl<E> Stream for RawStream<E> {
    type Item = Result<RawEvent<E>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll(cx, raw_event)
    }
}

impl<E> fmt::Debug for EventStream<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream")
            .field("meta", self.meta())
            .field("delivered", &self.delivered())
            .finish_non_exhaustive()
    }
}

impl<E> fmt::Debug for RawStream<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What a frame says by its name or its data as a whole.
enum Word {
    /// An event, or what should be one.
    Event,
    /// A sign of life.
    KeepAlive,
    /// The end of the stream.
    End,
    /// An error of the server.
    Error,
}

fn word(frame: Frame<'_>) -> Word {
    match (frame.data, frame.extent) {
        (_, Extent::Line | Extent::LastLine) => Word::Event,
        (b"[DONE]", _) => Word::End,
        ([], Extent::Event) => Word::KeepAlive,
        (_, Extent::Event) => match frame.name {
            "error" => Word::Error,
            "ping" => Word::KeepAlive,
            _ => Word::Event,
        },
        (_, Extent::Body | Extent::Cut) => Word::Event,
    }
}
