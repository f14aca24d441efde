//! What is known of an answer beside its value.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::secret::{Secret, scrub};

/// The headers in which servers and gateways say how they call a request.
const REQUEST_ID: [&str; 5] = [
    "x-request-id",
    "request-id",
    "x-amzn-requestid",
    "x-ms-request-id",
    "cf-ray",
];

/// What is known of an answer beside its value: status, headers, attempts and times.
///
/// Cheap to clone. `Debug` prints no header, since a header may hold a secret.
#[derive(Clone)]
pub struct Meta {
    head: Arc<Head>,
    pub(crate) attempts: Attempts,
}

struct Head {
    status: StatusCode,
    headers: HeaderMap,
    /// How the request is called, without secrets: it stands in messages.
    request_id: Option<String>,
}

/// How often a request was sent, and how the time went.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Attempts {
    /// How often it was sent.
    pub(crate) count: u32,
    /// How much of the time went into waits between attempts.
    pub(crate) waited: Duration,
    /// The time since the first attempt began.
    pub(crate) elapsed: Duration,
}

impl Meta {
    /// The facts of an answer to a request with these secrets.
    pub(crate) fn new(
        status: StatusCode,
        headers: HeaderMap,
        attempts: Attempts,
        secrets: &[Secret],
    ) -> Self {
        let id = |name: &&str| headers.get(*name)?.to_str().ok();
        let request_id = REQUEST_ID.iter().find_map(id);
        let request_id = request_id.map(|id| scrub(id, secrets));
        let head = Head {
            status,
            headers,
            request_id,
        };
        Self {
            head: Arc::new(head),
            attempts,
        }
    }

    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        self.head.status
    }

    /// The headers of the answer.
    pub fn headers(&self) -> &HeaderMap {
        &self.head.headers
    }

    /// One header of the answer, where it is there and is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.headers.get(name)?.to_str().ok()
    }

    /// How the server or a gateway calls this request (`x-request-id` and its relatives).
    pub fn request_id(&self) -> Option<&str> {
        self.head.request_id.as_deref()
    }

    /// How often the request was sent.
    pub fn attempts(&self) -> u32 {
        self.attempts.count
    }

    /// How long was waited between attempts, in sum.
    pub fn waited(&self) -> Duration {
        self.attempts.waited
    }

    /// The time from the first attempt to the whole answer, or to the head of a stream.
    pub fn elapsed(&self) -> Duration {
        self.attempts.elapsed
    }
}

impl fmt::Debug for Meta {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Meta")
            .field("status", &self.status())
            .field("request_id", &self.request_id())
            .field("attempts", &self.attempts)
            .finish_non_exhaustive()
    }
}

/// A value and what is known of the answer it came in.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Response<T> {
    /// The value.
    pub value: T,
    /// Status, headers, attempts and times.
    pub meta: Meta,
    /// The body exactly as it came, with the members that the value has no field for.
    pub body: Bytes,
}

impl<T> Response<T> {
    pub(crate) fn new(value: T, meta: Meta, body: Bytes) -> Self {
        Self { value, meta, body }
    }

    /// The value alone.
    pub fn into_value(self) -> T {
        self.value
    }
}
