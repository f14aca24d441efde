//! What a script says of one answer.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use serde::Serialize;
use serde_json::{Value, json};

use super::fault::Fault;
use super::gate::Gate;
use super::received::Received;

/// One answer of a script; what it does not say is as without a script.
#[derive(Debug, Clone, Default)]
pub(super) struct Scripted {
    pub(super) status: Option<u16>,
    pub(super) headers: Vec<(String, String)>,
    pub(super) content: Content,
    /// The data of each event, where the stream is not made from the whole answer.
    pub(super) events: Option<Vec<String>>,
    /// The events made from the request, in place of those.
    pub(super) made_events: Option<Maker<Vec<String>>>,
    pub(super) pace: Option<Duration>,
    pub(super) gate: Option<Gate>,
    /// The fault, and behind how many events it comes.
    pub(super) fault: Option<(Fault, usize)>,
}

/// What an answer consists of.
#[derive(Debug, Clone, Default)]
pub(super) enum Content {
    /// The document's first example.
    #[default]
    Usual,
    /// The example of this name.
    Example(String),
    /// The document's first example with these texts.
    Texts(Vec<String>),
    /// The document's first example with other members.
    Like(Value),
    /// This JSON.
    Json(Value),
    /// JSON made from the request.
    Made(Maker<Value>),
    /// These bytes of this media type, stream or not.
    Bytes(String, Bytes),
    /// The pieces of a body, each sent as a chunk of its own.
    Chunks(Vec<Bytes>),
}

/// Makes something from a request.
#[derive(Clone)]
pub(super) struct Maker<T>(pub(super) Arc<Make<T>>);

/// What makes something from a request.
pub(super) type Make<T> = dyn Fn(&Received) -> Result<T, serde_json::Error> + Send + Sync;

impl<T> fmt::Debug for Maker<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Maker")
    }
}

impl Scripted {
    /// The answer to this request, with what is made from it.
    pub(super) fn to(&self, request: &Received) -> Self {
        let mut answer = self.clone();
        if let Content::Made(make) = &self.content {
            match make.0(request) {
                Ok(value) => answer.content = Content::Json(value),
                Err(error) => return Self::unwritable(&error),
            }
        }
        if let Some(make) = answer.made_events.take() {
            match make.0(request) {
                Ok(events) => answer.events = Some(events),
                Err(error) => return Self::unwritable(&error),
            }
        }
        answer
    }

    /// The same answer with what `x-mock-fault: reset@2` asks for.
    pub(super) fn with_header(self, text: &str) -> Self {
        let (name, place) = text.split_once('@').unwrap_or((text, "1"));
        match (name.trim().parse(), place.trim().parse()) {
            (Ok(fault), Ok(place)) => Self {
                fault: Some((fault, place)),
                ..self
            },
            (Err(error), _) => Self::unwritable(&error),
            (_, Err(error)) => Self::unwritable(&error),
        }
    }

    /// A script that cannot be followed says so to the client, where a test will see it.
    pub(super) fn unwritable(error: &dyn std::fmt::Display) -> Self {
        Self {
            status: Some(500),
            content: Content::Json(
                json!({"detail": format!("the mock's answer cannot be made: {error}")}),
            ),
            ..Self::default()
        }
    }
}

/// A value as JSON.
pub(super) fn to_json(value: impl Serialize) -> Result<Value, serde_json::Error> {
    serde_json::to_value(value)
}
