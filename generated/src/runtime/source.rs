//! What streams of events have in common, whatever the type of the events is.

use std::task::{Context, Poll};

use bytes::Bytes;
use http::StatusCode;
use serde::de::IgnoredAny;
use serde_json::Value;

use super::call::Draft;
use super::endpoint::{Framing, Route};
use super::exchange::{Exchange, compressed, encoding_of, innermost};
use super::frames::{Extent, Frame, Frames};
use super::json::JsonError;
use super::meta::Meta;
use super::request::Kind as Wanted;
use super::transport::{Body, is_timeout};
use super::watch::Watch;
use crate::error::{Error, Kind, Result, complaint, excerpt};

/// How much of an event's data is kept in an error.
const KEPT: usize = 64 << 10;

impl Draft {
    /// Sends the call and waits for the head of its stream.
    pub(super) async fn open(
        self,
        route: &Route,
        framing: Framing,
        accept: &'static str,
        error_members: &'static [&'static str],
    ) -> Result<Source> {
        let limits = self.limits;
        let wanted = Wanted {
            accept,
            streaming: true,
        };
        let mut exchange = self.exchange(route, wanted, limits.stream_start)?;
        let begun = exchange
            .begin(|status: StatusCode| status.is_success())
            .await?;
        exchange.sealed.body = Bytes::new();
        let encoding = encoding_of(&begun.headers).map(compressed);
        let frames = Frames::new(
            framing,
            accept,
            &begun.headers,
            limits.max_event,
            limits.max_body,
        );
        let meta = exchange.meta(begun.status, begun.headers);
        exchange.trace.answered(&meta);
        let source = Source {
            exchange,
            meta,
            frames,
            body: Some(begun.body),
            idle: Watch::new(limits.idle),
            events: Watch::new(limits.event),
            error_members,
            number: 0,
            delivered: 0,
            last_words: None,
        };
        match encoding {
            Some(error) => Err(source.finished(error)),
            None => Ok(source),
        }
    }
}

/// A stream of events, as far as it does not depend on their type.
pub(super) struct Source {
    exchange: Exchange,
    pub(super) meta: Meta,
    pub(super) frames: Frames,
    /// The connection; gone once the stream is over.
    body: Option<Body>,
    idle: Watch,
    events: Watch,
    error_members: &'static [&'static str],
    /// The number of the current event.
    pub(super) number: u64,
    pub(super) delivered: u64,
    /// The error to end with, after a last event.
    last_words: Option<Error>,
}

impl Source {
    /// Goes to the next frame.
    #[inline]
    pub(super) fn poll_frame(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<()>>> {
        loop {
            let Some(body) = &mut self.body else {
                return Poll::Ready(self.last_words.take().map(Err));
            };
            match self.frames.advance() {
                Ok(true) => return Poll::Ready(Some(Ok(()))),
                Ok(false) => {}
                Err(error) => return Poll::Ready(Some(Err(self.fail(error)))),
            }
            match body.poll_piece(cx) {
                Poll::Ready(Some(Ok(piece))) => {
                    self.idle.reset();
                    if let Err(error) = self.frames.feed(piece) {
                        return Poll::Ready(Some(Err(self.fail(error))));
                    }
                }
                Poll::Ready(Some(Err(error))) => {
                    let why = innermost(&*error);
                    let message = format!("the connection ended in mid-stream: {why}");
                    let kind = if is_timeout(&error) {
                        Kind::Timeout
                    } else {
                        Kind::Cut
                    };
                    let error = Error::new(kind, message).caused_by(error);
                    return Poll::Ready(Some(Err(self.fail(error))));
                }
                Poll::Ready(None) => return Poll::Ready(self.finish()),
                Poll::Pending => return self.poll_watches(cx),
            }
        }
    }

    /// Nothing is there: waits on, unless that took too long.
    fn poll_watches(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<()>>> {
        let (what, limit) = match (self.idle.poll(cx), self.events.poll(cx)) {
            (Some(limit), _) => ("byte", limit),
            (None, Some(limit)) => ("event", limit),
            (None, None) => return Poll::Pending,
        };
        let message = format!("no {what} of the stream came for {limit:?}");
        Poll::Ready(Some(Err(self.fail(Error::new(Kind::Timeout, message)))))
    }

    /// The body ended as it should; the last event may not have.
    fn finish(&mut self) -> Option<Result<()>> {
        self.body = None;
        match self.frames.finish() {
            Ok(true) => Some(Ok(())),
            Ok(false) => None,
            Err(error) => Some(Err(self.fail(error))),
        }
    }

    /// Ends the stream and closes its connection.
    pub(super) fn end(&mut self) {
        self.body = None;
        self.last_words = None;
    }

    /// Ends the stream with an error about the connection.
    fn fail(&mut self, error: Error) -> Error {
        self.end();
        self.finished(error)
    }

    /// The error with all that is known of the call.
    fn finished(&self, error: Error) -> Error {
        let (meta, delivered) = (self.meta.clone(), self.delivered);
        self.exchange.ended(error.with(|details| {
            details.meta = Some(meta);
            details.delivered = Some(delivered);
        }))
    }

    /// An event was read, of this number; one that was cut is followed by the error that it was.
    #[inline]
    pub(super) fn count_delivered(&mut self) -> u64 {
        let number = self.number;
        self.delivered += 1;
        self.number += 1;
        self.events.reset();
        if self.frames.extent() == Extent::Cut {
            let error = self.truncation();
            self.last_words = Some(error);
        }
        number
    }

    /// Whether the current frame is an object by which the server reports an error.
    pub(super) fn is_error_object(&self) -> bool {
        let Frame { data, extent, .. } = self.frames.frame();
        match serde_json::from_slice(data) {
            _ if matches!(extent, Extent::Line | Extent::LastLine) => false,
            Ok(Value::Object(members)) => self
                .error_members
                .iter()
                .any(|name| members.get(*name).is_some_and(|value| !value.is_null())),
            _ => false,
        }
    }

    /// The server reports an error: the stream is over.
    #[cold]
    pub(super) fn error_event(&mut self) -> Error {
        let data = self.frames.frame().data;
        let words = complaint(data).unwrap_or_else(|| excerpt(&String::from_utf8_lossy(data)));
        let message = format!("the server reports an error in the stream: {words}");
        let error = self.about_event(Error::new(Kind::Reported, message));
        self.end();
        error
    }

    /// Whether the current frame is complete: of a cut event, a whole JSON object or list is.
    ///
    /// A number or a text may be the beginning of a longer one.
    #[inline]
    pub(super) fn is_whole(&self) -> bool {
        match self.frames.extent() {
            Extent::Event | Extent::Line | Extent::LastLine | Extent::Body => true,
            Extent::Cut => self.is_whole_json(),
        }
    }

    #[cold]
    fn is_whole_json(&self) -> bool {
        let data = self.frames.frame().data;
        matches!(data.first(), Some(b'{' | b'['))
            && serde_json::from_slice::<IgnoredAny>(data).is_ok()
    }

    /// The body ended within the current frame: the stream is over.
    #[cold]
    pub(super) fn cut_short(&mut self) -> Error {
        let error = self.truncation();
        self.end();
        error
    }

    /// The current frame is not UTF-8.
    #[cold]
    pub(super) fn no_text(&mut self, error: std::str::Utf8Error) -> Error {
        self.unreadable(JsonError {
            path: None,
            message: format!("not UTF-8: {error}"),
        })
    }

    /// The current frame is no event: an error in its place, a cut, or an event of another form.
    #[cold]
    pub(super) fn unreadable(&mut self, why: JsonError) -> Error {
        if self.is_error_object() {
            return self.error_event();
        }
        let extent = self.frames.extent();
        let no_json = why.path.is_none();
        let what = match extent {
            Extent::Cut => return self.cut_short(),
            Extent::LastLine if no_json => return self.cut_short(),
            Extent::Event | Extent::Line | Extent::LastLine => "an event",
            Extent::Body => "the answer",
        };
        let error = Error::new(Kind::Decode, format!("{what} cannot be read: {why}"))
            .with(|details| details.path = why.path);
        let error = self.about_event(error);
        self.number += 1;
        self.events.reset();
        error
    }

    fn truncation(&self) -> Error {
        let message = "the stream ended in the middle of an event";
        self.about_event(Error::new(Kind::Cut, message))
    }

    /// The error with the current event's data and number.
    fn about_event(&self, error: Error) -> Error {
        let data = self.frames.frame().data;
        let body = Bytes::copy_from_slice(&data[..data.len().min(KEPT)]);
        let number = self.number;
        self.finished(error.with(|details| {
            details.body = Some(body);
            details.event = Some(number);
        }))
    }
}
