//! Saying what an endpoint answers.

use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use serde::Serialize;
use serde_json::Value;

use super::answer::{Content, Maker, Scripted, to_json};
use super::fault::Fault;
use super::gate::Gate;
use super::received::Received;
use super::server::Scripts;

/// What an endpoint answers; made by [`MockServer::on`](super::MockServer::on).
///
/// Each method changes the current answer at once, and [`then`](Self::then) begins the next one; the last one stays.
/// A stream is made from the whole answer, cut into words, unless [`events`](Self::events) says otherwise, so that
/// one line scripts both halves of an endpoint.
#[derive(Debug)]
pub struct Script<'s, Op> {
    scripts: &'s Scripts,
    endpoint: &'static str,
    marker: PhantomData<fn() -> Op>,
}

impl<'s, Op> Script<'s, Op> {
    pub(super) fn new(scripts: &'s Scripts, endpoint: &'static str) -> Self {
        scripts.begin(endpoint);
        Self {
            scripts,
            endpoint,
            marker: PhantomData,
        }
    }

    fn change(self, change: impl FnOnce(&mut Scripted)) -> Self {
        self.scripts.change(self.endpoint, change);
        self
    }

    fn content(self, content: Content) -> Self {
        self.change(|answer| answer.content = content)
    }

    fn json(self, value: impl Serialize, content: fn(Value) -> Content) -> Self {
        match to_json(value) {
            Ok(value) => self.content(content(value)),
            Err(error) => self.change(|answer| *answer = Scripted::unwritable(&error)),
        }
    }

    /// Begins the next answer.
    pub fn then(self) -> Self {
        self.scripts.add(self.endpoint);
        self
    }

    /// Answers with this value, of the endpoint's type or any other.
    pub fn reply(self, value: impl Serialize) -> Self {
        self.json(value, Content::Json)
    }

    /// Answers with a value that is made from the request.
    pub fn reply_with<T: Serialize>(
        self,
        make: impl Fn(&Received) -> T + Send + Sync + 'static,
    ) -> Self {
        let maker = Maker(Arc::new(move |request: &Received| to_json(make(request))));
        self.content(Content::Made(maker))
    }

    /// Answers with the document's first example, with these members in it: objects are merged, lists take the length
    /// that is given and fill up each of their items.
    pub fn reply_like(self, members: impl Serialize) -> Self {
        self.json(members, Content::Like)
    }

    /// Answers with the document's example of this name.
    pub fn reply_example(self, name: &str) -> Self {
        self.content(Content::Example(name.to_owned()))
    }

    /// Answers with this status and value.
    pub fn reply_status(self, status: u16, value: impl Serialize) -> Self {
        self.status(status).reply(value)
    }

    /// Answers with these bytes: an HTML page of a proxy, an empty body.
    pub fn reply_bytes(self, status: u16, media: &str, bytes: impl Into<Bytes>) -> Self {
        self.status(status)
            .content(Content::Bytes(media.to_owned(), bytes.into()))
    }

    /// Answers with this status; beyond 299 with the document's example of that failure.
    pub fn status(self, status: u16) -> Self {
        self.change(|answer| answer.status = Some(status))
    }

    /// Answers with this text in every sample.
    pub fn text(self, text: impl Into<String>) -> Self {
        self.texts([text])
    }

    /// Answers with one of these texts in each sample, as many samples as were asked for.
    pub fn texts(self, texts: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let texts: Vec<String> = texts.into_iter().map(Into::into).collect();
        self.content(if texts.is_empty() {
            Content::Usual
        } else {
            Content::Texts(texts)
        })
    }

    /// Streams these events, of the endpoint's type or any other.
    pub fn events(self, events: impl IntoIterator<Item = impl Serialize>) -> Self {
        let data: Result<Vec<String>, _> = events
            .into_iter()
            .map(|event| serde_json::to_string(&event))
            .collect();
        self.change(|answer| match data {
            Ok(data) => answer.events = Some(data),
            Err(error) => *answer = Scripted::unwritable(&error),
        })
    }

    /// Streams events that are made from the request.
    pub fn events_with<T: Serialize>(
        self,
        make: impl Fn(&Received) -> Vec<T> + Send + Sync + 'static,
    ) -> Self {
        let written = move |request: &Received| {
            let events = make(request);
            events.iter().map(serde_json::to_string).collect()
        };
        self.change(|answer| answer.made_events = Some(Maker(Arc::new(written))))
    }

    /// Sends these bytes as the body, each piece in a chunk of its own: `data: …`, line ends and all.
    pub fn chunks(self, chunks: impl IntoIterator<Item = impl Into<Bytes>>) -> Self {
        self.content(Content::Chunks(
            chunks.into_iter().map(Into::into).collect(),
        ))
    }

    /// A header of the answer, in place of any other of its name.
    pub fn header(self, name: &str, value: &str) -> Self {
        self.change(|answer| answer.headers.push((name.to_owned(), value.to_owned())))
    }

    /// How long to wait before each event, or before a whole answer.
    pub fn pace(self, pace: Duration) -> Self {
        self.change(|answer| answer.pace = Some(pace))
    }

    /// Each event, or a whole answer, waits for this gate.
    pub fn gate(self, gate: &Gate) -> Self {
        self.change(|answer| answer.gate = Some(gate.clone()))
    }

    /// What goes wrong: in a stream behind its first event, in a whole answer in the middle of its body.
    pub fn fault(self, fault: Fault) -> Self {
        self.fault_after(1, fault)
    }

    /// What goes wrong behind this many events of a stream.
    pub fn fault_after(self, events: usize, fault: Fault) -> Self {
        self.change(|answer| answer.fault = Some((fault, events)))
    }
}
