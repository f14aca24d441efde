//! How long calls may take, and how large answers may be.

use std::time::Duration;

/// How long a call may take, and how large its answer may be; `None` is no limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// A call with one answer, retries included.
    pub answer: Option<Duration>,
    /// The time until a stream begins, retries included.
    pub stream_start: Option<Duration>,
    /// The time that a stream may be without a byte.
    pub idle: Option<Duration>,
    /// The time that a stream may be without an event.
    pub event: Option<Duration>,
    /// The largest event of a stream in bytes.
    pub max_event: usize,
    /// The largest answer in bytes.
    pub max_body: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            answer: Some(Duration::from_secs(600)),
            stream_start: Some(Duration::from_secs(600)),
            idle: Some(Duration::from_secs(120)),
            event: None,
            max_event: 8 << 20,
            max_body: 64 << 20,
        }
    }
}
