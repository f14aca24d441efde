//! Sending a request, again where that is honest, until an answer begins or the call has failed.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::header::{CONTENT_ENCODING, LOCATION};
use http::{HeaderMap, StatusCode};

use super::clock::{self, Moment};
use super::meta::{Attempts, Meta};
use super::request::Sealed;
use super::retry::{RetryPolicy, retry_after};
use super::trace::Trace;
use super::transport::{Body, BoxError, Stage, TransportError, is_timeout};
use crate::client::Client;
use crate::error::{Error, Kind, complaint, excerpt};

/// How much of the body of a failure is kept.
const FAILURE_BODY: usize = 1 << 20;

/// How long the body of a failure may take; the status is known without it.
const FAILURE_WAIT: Duration = Duration::from_secs(10);

/// One call from its first attempt on.
pub(crate) struct Exchange {
    pub(crate) client: Client,
    pub(crate) sealed: Sealed,
    pub(crate) retry: RetryPolicy,
    /// How long everything may take, waits included.
    pub(crate) limit: Option<Duration>,
    pub(crate) trace: Trace,
    start: Moment,
    attempts: Attempts,
}

/// An answer that has begun well.
pub(crate) struct Begun {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Body,
}

/// Why a body could not be read to its end, and what came of it.
pub(crate) struct Unread {
    pub(crate) partial: Bytes,
    pub(crate) why: UnreadWhy,
}

pub(crate) enum UnreadWhy {
    TooLarge,
    Cut(BoxError),
}

impl Exchange {
    pub(crate) fn new(
        client: Client,
        sealed: Sealed,
        retry: RetryPolicy,
        limit: Option<Duration>,
        trace: Trace,
    ) -> Self {
        Self {
            client,
            sealed,
            retry,
            limit,
            trace,
            start: Moment::now(),
            attempts: Attempts::default(),
        }
    }

    /// Sends the request until an answer of an accepted status begins.
    pub(crate) async fn begin(&mut self, accepts: fn(StatusCode) -> bool) -> Result<Begun, Error> {
        loop {
            let error = match self.attempt(accepts).await {
                Ok(begun) => return Ok(begun),
                Err(error) => self.finished(error),
            };
            let Some(wait) = self.wait_after(&error) else {
                self.trace.failed(&error);
                return Err(error);
            };
            self.trace.retry(&error, wait);
            clock::wait(wait).await;
            self.attempts.waited += wait;
        }
    }

    async fn attempt(&mut self, accepts: fn(StatusCode) -> bool) -> Result<Begun, Error> {
        let request = self.sealed.request()?;
        self.attempts.count += 1;
        let sending = self.client.settings.transport.send(request);
        let sending = self.trace.within(sending);
        match clock::within(self.start, self.limit, sending).await {
            None => Err(self.timeout("for an answer")),
            Some(Err(error)) => Err(self.unanswered(error)),
            Some(Ok(response)) => {
                let (head, body) = response.into_parts();
                let begun = Begun {
                    status: head.status,
                    headers: head.headers,
                    body,
                };
                if accepts(begun.status) {
                    Ok(begun)
                } else {
                    Err(self.failure(begun).await)
                }
            }
        }
    }

    /// How long to wait before the next attempt; `None` when the error is final.
    fn wait_after(&self, error: &Error) -> Option<Duration> {
        if self.attempts.count == 0 || self.attempts.count > self.retry.retries {
            return None;
        }
        let wait = self.retry.wait(error, self.attempts.count - 1)?;
        let in_time = self
            .limit
            .is_none_or(|limit| self.start.elapsed() + wait < limit);
        (in_time && clock::can_wait()).then_some(wait)
    }

    /// The whole body of an answer, within the limits of the client and of the call.
    pub(crate) async fn read(&self, begun: Begun) -> Result<(Meta, Bytes), Error> {
        let limit = self.client.settings.limits.max_body;
        let read = clock::within(self.start, self.limit, read(begun.body, limit)).await;
        let meta = self.meta(begun.status, begun.headers);
        let error = match read {
            Some(Ok(body)) => return self.uncompressed(meta, body),
            None => self.timeout("for the whole answer"),
            Some(Err(unread)) => unread_error(unread, limit),
        };
        Err(self.ended(error.with(|details| details.meta = Some(meta))))
    }

    fn uncompressed(&self, meta: Meta, body: Bytes) -> Result<(Meta, Bytes), Error> {
        match encoding_of(meta.headers()) {
            None => {
                self.trace.answered(&meta);
                Ok((meta, body))
            }
            Some(encoding) => {
                let error = compressed(encoding).with(|details| {
                    details.meta = Some(meta.clone());
                    details.body = Some(body);
                });
                Err(self.ended(error))
            }
        }
    }

    /// The error of an answer whose status is no success.
    async fn failure(&self, begun: Begun) -> Error {
        let Begun {
            status,
            headers,
            body,
        } = begun;
        let start = Moment::now();
        let read = clock::within(start, Some(FAILURE_WAIT), read(body, FAILURE_BODY)).await;
        // The status is what counts: whatever came of the body goes with it.
        let body = match read {
            Some(Ok(body)) => body,
            Some(Err(unread)) => unread.partial,
            None => Bytes::new(),
        };
        let asked = retry_after(status, &headers);
        let message = status_message(status, &headers, &body);
        let meta = self.meta(status, headers);
        Error::new(Kind::Reported, message).with(|details| {
            details.meta = Some(meta);
            details.body = Some(body);
            details.retry_after = asked;
        })
    }

    fn unanswered(&self, error: TransportError) -> Error {
        let host = self.sealed.url.host_str().unwrap_or_default();
        let (kind, message) = match error.stage {
            Stage::Refused => (Kind::Refused, "the request cannot be sent".to_owned()),
            Stage::Connect => (Kind::Connect, format!("no connection to {host}")),
            Stage::ConnectTimeout => (
                Kind::ConnectTimeout,
                format!("no connection to {host} in time"),
            ),
            Stage::SentTimeout => (Kind::Timeout, "no answer came in time".to_owned()),
            Stage::Sent => (
                Kind::Cut,
                "the connection ended before an answer came".to_owned(),
            ),
        };
        let message = format!("{message}: {}", innermost(&*error.source));
        Error::new(kind, message).caused_by(error.source)
    }

    fn timeout(&self, waiting: &str) -> Error {
        let limit = self.limit.unwrap_or_default();
        Error::new(
            Kind::Timeout,
            format!("waited {waiting} longer than {limit:?}"),
        )
    }

    /// What is known of the answer by now.
    pub(crate) fn meta(&self, status: StatusCode, headers: HeaderMap) -> Meta {
        Meta::new(status, headers, self.attempts_now(), &self.sealed.secrets)
    }

    fn attempts_now(&self) -> Attempts {
        Attempts {
            elapsed: self.start.elapsed(),
            ..self.attempts
        }
    }

    /// The error with which the call ends; see [`finished`](Self::finished).
    pub(crate) fn ended(&self, error: Error) -> Error {
        let error = self.finished(error);
        self.trace.failed(&error);
        error
    }

    /// The error with all that is known of the call, and without its secrets.
    fn finished(&self, error: Error) -> Error {
        let attempts = self.attempts_now();
        let error = error.with(|details| {
            details.endpoint = Some(self.sealed.endpoint);
            details.attempts = attempts;
        });
        error.scrubbed(&self.sealed.secrets)
    }
}

/// Reads a body of at most `limit` bytes; one that comes in a piece is not copied.
pub(crate) async fn read(mut body: Body, limit: usize) -> Result<Bytes, Unread> {
    let mut first = Bytes::new();
    let mut joined = BytesMut::new();
    loop {
        let piece = match body.piece().await {
            Some(Ok(piece)) => piece,
            None if joined.is_empty() => return Ok(first),
            None => return Ok(joined.freeze()),
            Some(Err(error)) => {
                let partial = if joined.is_empty() {
                    first
                } else {
                    joined.freeze()
                };
                return Err(Unread {
                    partial,
                    why: UnreadWhy::Cut(error),
                });
            }
        };
        let room = limit - first.len().max(joined.len());
        let fits = piece.len() <= room;
        let piece = piece.slice(..piece.len().min(room));
        if first.is_empty() && joined.is_empty() {
            first = piece;
        } else {
            if joined.is_empty() {
                joined.extend_from_slice(&first);
            }
            joined.extend_from_slice(&piece);
        }
        if !fits {
            let partial = if joined.is_empty() {
                first
            } else {
                joined.freeze()
            };
            return Err(Unread {
                partial,
                why: UnreadWhy::TooLarge,
            });
        }
    }
}

/// The error of a body that could not be read.
pub(crate) fn unread_error(unread: Unread, limit: usize) -> Error {
    let error = match unread.why {
        UnreadWhy::TooLarge => Error::new(
            Kind::TooLarge,
            format!("the body is larger than {limit} bytes"),
        ),
        UnreadWhy::Cut(source) => {
            let why = innermost(&*source);
            let kind = if is_timeout(&source) {
                Kind::Timeout
            } else {
                Kind::Cut
            };
            let message = format!("the connection ended before the answer was complete: {why}");
            Error::new(kind, message).caused_by(source)
        }
    };
    error.with(|details| details.body = Some(unread.partial))
}

/// The error of a body that was compressed although that was not asked for.
pub(crate) fn compressed(encoding: &str) -> Error {
    let encoding = excerpt(encoding);
    let message = format!(
        "the body is compressed ({encoding}), which was not asked for and cannot be read; \
         give the client a `reqwest::Client` that can, or find the proxy that does it"
    );
    Error::new(Kind::Unexpected, message)
}

/// The compression of a body, where there is one.
pub(crate) fn encoding_of(headers: &HeaderMap) -> Option<&str> {
    let encoding = headers
        .get(CONTENT_ENCODING)?
        .to_str()
        .unwrap_or("unknown")
        .trim();
    (!encoding.is_empty() && !encoding.eq_ignore_ascii_case("identity")).then_some(encoding)
}

fn status_message(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> String {
    let detail = if let Some(place) = headers.get(LOCATION).filter(|_| status.is_redirection()) {
        // The query of a place may hold anything.
        let place = place
            .to_str()
            .ok()
            .and_then(|place| place.split(['?', '#']).next());
        let place = excerpt(place.unwrap_or("an unreadable place"));
        format!(": redirected to {place}; redirects are not followed")
    } else if let Some(words) = complaint(body) {
        format!(": {words}")
    } else if let Some(encoding) = encoding_of(headers) {
        format!(" with a body compressed by {}", excerpt(encoding))
    } else if body.trim_ascii_start().starts_with(b"<") {
        " with an HTML page, so it may come from a proxy".to_owned()
    } else {
        String::new()
    };
    // Of some numbers nobody has said what they mean.
    let known = status.canonical_reason().map(|_| status.to_string());
    let status = known.unwrap_or_else(|| status.as_str().to_owned());
    format!("the server answered {status}{detail}")
}

/// The last of a chain of errors, which says the most.
pub(crate) fn innermost(error: &(dyn std::error::Error + 'static)) -> String {
    let mut last = error;
    while let Some(next) = last.source() {
        last = next;
    }
    last.to_string()
}
