//! The one error type of the crate.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde_json::Value;

use crate::runtime::{Answer, Attempts, BoxError, Decode, Endpoint, Meta, Secret, scrub, unframed};

/// Why a call brought no value, or why a stream brought no event or no more of them.
///
/// What went wrong is asked by predicates, and what is known of it by accessors:
///
/// ```
/// fn explain(error: &humanloop::Error) -> String {
///     if error.is_rate_limited() {
///         format!("too many calls; try again in {:?}", error.retry_after())
///     } else if error.is_status() {
///         format!("{:?} ({:?}): {:?}", error.status(), error.request_id(), error.message())
///     } else {
///         error.to_string()
///     }
/// }
/// ```
///
/// | predicate | what happened |
/// | --- | --- |
/// | [`is_refused`](Self::is_refused) | nothing was sent: the call or the client is wrong |
/// | [`is_connect`](Self::is_connect) | there was no connection |
/// | [`is_timeout`](Self::is_timeout) | a time limit passed |
/// | [`is_cut`](Self::is_cut) | the connection ended before the answer was complete |
/// | [`is_status`](Self::is_status) | the server answered with an error status |
/// | [`is_error_event`](Self::is_error_event) | the server reported an error inside a stream |
/// | [`is_decode`](Self::is_decode) | the answer, or one event, does not have the documented form |
/// | [`is_unexpected_body`](Self::is_unexpected_body) | the body is another kind of thing (HTML, compressed, …) |
/// | [`is_too_large`](Self::is_too_large) | the body, or one event, is above the client's limit |
///
/// No message, and nothing that `Debug` prints, holds a key. The server's own words may be in
/// [`body`](Self::body), which is as it came.
#[derive(Clone)]
pub struct Error(Box<Inner>);

/// A result of this crate.
pub type Result<T> = std::result::Result<T, Error>;

#[derive(Clone)]
struct Inner {
    kind: Kind,
    message: String,
    details: Details,
}

/// What kind of failure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Nothing was sent.
    Refused,
    /// There was no connection.
    Connect,
    /// There was no connection in time.
    ConnectTimeout,
    /// A time limit passed.
    Timeout,
    /// The connection ended too early.
    Cut,
    /// The server said that it failed: by a status, or by an event.
    Reported,
    /// The answer does not have the documented form.
    Decode,
    /// The body is another kind of thing.
    Unexpected,
    /// The body or event is above the limit.
    TooLarge,
}

/// What is known of a failure.
#[derive(Clone, Default)]
pub(crate) struct Details {
    /// The endpoint's method on the client.
    pub(crate) endpoint: Option<&'static str>,
    /// The head of the answer, where there was one.
    pub(crate) meta: Option<Meta>,
    /// Attempts and times, also where there was no answer.
    pub(crate) attempts: Attempts,
    /// The body, or the data of the event.
    pub(crate) body: Option<Bytes>,
    /// The number of the event, from 0.
    pub(crate) event: Option<u64>,
    /// How many events came before.
    pub(crate) delivered: Option<u64>,
    /// The place in the JSON.
    pub(crate) path: Option<String>,
    /// How long the server asks to wait.
    pub(crate) retry_after: Option<Duration>,
    /// What lies below.
    pub(crate) source: Option<Arc<dyn StdError + Send + Sync>>,
}

impl Error {
    pub(crate) fn new(kind: Kind, message: impl Into<String>) -> Self {
        let inner = Inner {
            kind,
            message: message.into(),
            details: Details::default(),
        };
        Self(Box::new(inner))
    }

    /// A failure before anything was sent.
    pub(crate) fn refused(message: impl Into<String>) -> Self {
        Self::new(Kind::Refused, message)
    }

    pub(crate) fn with(mut self, add: impl FnOnce(&mut Details)) -> Self {
        add(&mut self.0.details);
        self
    }

    pub(crate) fn caused_by(self, source: BoxError) -> Self {
        self.with(|details| details.source = Some(source.into()))
    }

    /// Masks secrets that a server put into its words.
    pub(crate) fn scrubbed(mut self, secrets: &[Secret]) -> Self {
        self.0.message = scrub(&self.0.message, secrets);
        if let Some(path) = &self.0.details.path {
            self.0.details.path = Some(scrub(path, secrets));
        }
        self
    }

    /// Nothing was sent, since the call or the client is wrong.
    pub fn is_refused(&self) -> bool {
        self.0.kind == Kind::Refused
    }

    /// There was no connection: a name that is not known, a port that is closed, TLS that failed.
    pub fn is_connect(&self) -> bool {
        matches!(self.0.kind, Kind::Connect | Kind::ConnectTimeout)
    }

    /// A time limit passed: for connecting, for the answer, or between the bytes or events of a stream.
    pub fn is_timeout(&self) -> bool {
        matches!(self.0.kind, Kind::Timeout | Kind::ConnectTimeout)
    }

    /// The connection ended before the answer was complete, or a stream ended within an event.
    pub fn is_cut(&self) -> bool {
        self.0.kind == Kind::Cut
    }

    /// The server answered with a status that is no success.
    pub fn is_status(&self) -> bool {
        self.0.kind == Kind::Reported && self.0.details.event.is_none()
    }

    /// The server reported an error inside a stream that had begun well.
    pub fn is_error_event(&self) -> bool {
        self.0.kind == Kind::Reported && self.0.details.event.is_some()
    }

    /// The answer, or one event, is not JSON or does not have the documented form.
    ///
    /// A stream goes on after such an event.
    pub fn is_decode(&self) -> bool {
        self.0.kind == Kind::Decode
    }

    /// The body is another kind of thing than asked for: an HTML page, a compressed body.
    pub fn is_unexpected_body(&self) -> bool {
        self.0.kind == Kind::Unexpected
    }

    /// The body, or one event, is above the client's limit.
    pub fn is_too_large(&self) -> bool {
        self.0.kind == Kind::TooLarge
    }

    /// Status 401 or 403: the credential is missing, wrong, or not enough.
    pub fn is_unauthorized(&self) -> bool {
        self.has_status(&[401, 403])
    }

    /// Status 404.
    pub fn is_not_found(&self) -> bool {
        self.has_status(&[404])
    }

    /// Status 400 or 422: the server does not take the request.
    pub fn is_invalid(&self) -> bool {
        self.has_status(&[400, 422])
    }

    /// Status 429.
    pub fn is_rate_limited(&self) -> bool {
        self.has_status(&[429])
    }

    /// Status 5xx.
    pub fn is_server_error(&self) -> bool {
        self.is_status() && self.status().is_some_and(|status| status.is_server_error())
    }

    /// A redirect, which this client does not follow: it could lead elsewhere with all that the request carries.
    pub fn is_redirect(&self) -> bool {
        self.is_status() && self.status().is_some_and(|status| status.is_redirection())
    }

    /// Whether the same call may succeed later: there was no connection, or the status is 408, 429, 500, 502, 503
    /// or 504. Such failures were retried already, as far as allowed. Behind a 500, 502 or 504 the call may have been
    /// carried out all the same; an [`idempotency_key`](crate::Call::idempotency_key) lets the server tell.
    pub fn is_retryable(&self) -> bool {
        self.is_connect() || self.has_status(&[408, 429, 500, 502, 503, 504])
    }

    /// What kind of failure it is, as a value of `error.type`: the status, or a word.
    #[cfg(feature = "tracing")]
    pub(crate) fn type_word(&self) -> String {
        let word = match self.0.kind {
            Kind::Refused => "refused",
            Kind::Connect => "connect",
            Kind::ConnectTimeout => "connect_timeout",
            Kind::Timeout => "timeout",
            Kind::Cut => "cut",
            Kind::Reported if self.is_error_event() => "error_event",
            Kind::Reported => {
                let status = self.status().unwrap_or_default();
                return status.as_str().to_owned();
            }
            Kind::Decode => "decode",
            Kind::Unexpected => "unexpected_body",
            Kind::TooLarge => "too_large",
        };
        word.to_owned()
    }

    fn has_status(&self, wanted: &[u16]) -> bool {
        self.is_status()
            && self
                .status()
                .is_some_and(|status| wanted.contains(&status.as_u16()))
    }

    /// The status of the answer, where there was one.
    pub fn status(&self) -> Option<StatusCode> {
        self.meta().map(Meta::status)
    }

    /// The headers of the answer, where there was one.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.meta().map(Meta::headers)
    }

    /// How the server or a gateway calls this request, for a support case.
    pub fn request_id(&self) -> Option<&str> {
        self.meta().and_then(Meta::request_id)
    }

    /// Status, headers, attempts and times of the answer, where there was one.
    pub fn meta(&self) -> Option<&Meta> {
        self.0.details.meta.as_ref()
    }

    /// How often the request was sent; 0 when it was refused.
    pub fn attempts(&self) -> u32 {
        self.0.details.attempts.count
    }

    /// How long was waited between attempts, in sum.
    pub fn waited(&self) -> Duration {
        self.0.details.attempts.waited
    }

    /// The time from the first attempt to the failure.
    pub fn elapsed(&self) -> Duration {
        self.0.details.attempts.elapsed
    }

    /// How long the server asks to wait before the next call.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.details.retry_after
    }

    /// The body of the answer as it came, or the data of the event in question; long ones are cut.
    pub fn body(&self) -> Option<&Bytes> {
        self.0.details.body.as_ref()
    }

    /// [`body`](Self::body) as text; what is not UTF-8 becomes U+FFFD.
    pub fn text(&self) -> Option<String> {
        self.body()
            .map(|body| String::from_utf8_lossy(body).into_owned())
    }

    /// [`body`](Self::body) as JSON, where it is that.
    pub fn json(&self) -> Option<Value> {
        serde_json::from_slice(self.body()?).ok()
    }

    /// The server's own explanation, where the body has one in a usual place (`detail`, `message`, `error`).
    pub fn message(&self) -> Option<String> {
        complaint(self.body()?)
    }

    /// What the schema says a failure of this endpoint brings; `None` when there is no answer or its body is
    /// something else.
    pub fn failure<E: Endpoint>(&self) -> Option<<E::Failure as Decode>::Value> {
        let (meta, body) = (self.meta()?, self.body()?);
        let answer = Answer::new(meta.status(), meta.headers(), body);
        (self.0.kind == Kind::Reported).then(|| E::Failure::decode(&answer).ok())?
    }

    /// The number of the event in question, from 0, where the failure is about one.
    pub fn event(&self) -> Option<u64> {
        self.0.details.event
    }

    /// How many events of the stream came before the failure.
    pub fn events_before(&self) -> Option<u64> {
        self.0.details.delivered
    }

    /// The place in the JSON that does not have the documented form: `data[0].index`.
    pub fn path(&self) -> Option<&str> {
        self.0.details.path.as_deref()
    }

    /// The endpoint's method on the client.
    pub fn endpoint(&self) -> Option<&'static str> {
        self.0.details.endpoint
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(endpoint) = self.endpoint() {
            write!(f, "{endpoint}: ")?;
        }
        f.write_str(&self.0.message)?;
        if let Some(id) = self.request_id() {
            write!(f, " (request {id})")?;
        }
        match self.attempts() {
            0 | 1 => Ok(()),
            count => write!(f, " (after {count} attempts)"),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let details = &self.0.details;
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("message", &self.0.message)
            .field("endpoint", &details.endpoint)
            .field("meta", &details.meta)
            .field("attempts", &details.attempts)
            .field("event", &details.event)
            .field("path", &details.path)
            .field("retry_after", &details.retry_after)
            .field("body_bytes", &details.body.as_ref().map(Bytes::len))
            .field("source", &details.source)
            .finish()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0
            .details
            .source
            .as_deref()
            .map(|source| source as &(dyn StdError + 'static))
    }
}

/// How much of a server's explanation goes into a message.
const EXCERPT: usize = 300;

/// What a body says went wrong, cut to a length that can be printed.
pub(crate) fn complaint(body: &[u8]) -> Option<String> {
    let value: Value = serde_json::from_slice(&unframed(body)).ok()?;
    words_of(&value).map(|words| excerpt(&words))
}

/// The explanation in an error object: the usual members, and what frameworks put into them.
fn words_of(value: &Value) -> Option<String> {
    match value {
        Value::String(words) => Some(words.clone()),
        Value::Array(items) => {
            let words: Vec<String> = items.iter().filter_map(words_of).collect();
            (!words.is_empty()).then(|| words.join("; "))
        }
        Value::Object(members) => {
            let place = members
                .get("loc")
                .and_then(Value::as_array)
                .map(|loc| place_of(loc));
            let words = [
                "detail",
                "message",
                "msg",
                "error",
                "errors",
                "error_description",
                "title",
            ]
            .iter()
            .find_map(|name| members.get(*name).and_then(words_of))?;
            Some(place.map_or(words.clone(), |place| format!("{place}: {words}")))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

/// `["body", "messages", 0]` as `body.messages.0`.
fn place_of(steps: &[Value]) -> String {
    let steps: Vec<String> = steps
        .iter()
        .map(|step| {
            step.as_str()
                .map_or_else(|| step.to_string(), str::to_owned)
        })
        .collect();
    steps.join(".")
}

/// The beginning of a text, on one line.
pub(crate) fn excerpt(text: &str) -> String {
    let mut line = String::new();
    for (number, letter) in text.chars().enumerate() {
        if number == EXCERPT {
            line.push('…');
            break;
        }
        line.push(if letter.is_control() { ' ' } else { letter });
    }
    line
}
