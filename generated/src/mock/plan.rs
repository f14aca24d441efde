//! The plan of one answer: from the script, the table and the request to what goes over the wire.

mod stream;
mod whole;

use std::time::Duration;

use serde_json::{Value, json};

use super::answer::{Content, Scripted};
use super::auth;
use super::check;
use super::fault::Fault;
use super::gate::Gate;
use super::like::merge;
use super::received::Received;
use super::samples;
use super::table::{Entry, Part};
use crate::runtime::Framing;

/// What is sent.
#[derive(Debug, Clone, Default)]
pub(super) struct Plan {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) frame: Frame,
    pub(super) steps: Vec<Step>,
    pub(super) pace: Option<Duration>,
    pub(super) gate: Option<Gate>,
}

/// How the end of the body is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Frame {
    /// By its length.
    Length(usize),
    /// By a last chunk.
    #[default]
    Chunked,
    /// There is neither head nor body.
    Nothing,
}

/// What is done for the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// Waits for pace and gate, then sends a chunk.
    Event(Vec<u8>),
    /// Sends a chunk.
    Chunk(Vec<u8>),
    /// Sends the beginning of a chunk, whose rest never comes.
    Part(Vec<u8>),
    /// Sends a chunk again and again until the client closes.
    Endless(Vec<u8>),
    /// Waits until the client closes.
    Stall,
    /// Resets the connection.
    Reset,
    /// Closes the connection.
    Close,
}

impl Plan {
    /// A whole JSON answer.
    pub(super) fn json(status: u16, value: &Value) -> Self {
        Self::whole(status, "application/json", value.to_string().into_bytes())
    }

    /// A whole answer.
    pub(super) fn whole(status: u16, media: &str, body: Vec<u8>) -> Self {
        let mut plan = Self {
            status,
            frame: Frame::Length(body.len()),
            steps: vec![Step::Event(body)],
            ..Self::default()
        };
        if !media.is_empty() {
            plan.set_header("content-type", media);
        }
        plan
    }

    /// A body in chunks.
    fn chunked(status: u16, media: &str, steps: Vec<Step>) -> Self {
        let mut plan = Self {
            status,
            steps,
            ..Self::default()
        };
        plan.set_header("content-type", media);
        plan.set_header("cache-control", "no-store");
        plan
    }

    /// Sets a header in place of any other of its name.
    pub(super) fn set_header(&mut self, name: &str, value: &str) {
        self.headers
            .retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        // A line end in a header would be another header.
        let value = value.replace(['\r', '\n'], " ");
        self.headers.push((name.to_owned(), value));
    }
}

/// Why a request does not come as far as its answer.
pub(super) fn refusal(entry: &Entry, request: &Received) -> Option<Plan> {
    if !auth::is_allowed(&entry.route, request) {
        let body = failure(entry, 401).unwrap_or_else(|| json!({"detail": "Not authenticated"}));
        return Some(Plan::json(401, &body));
    }
    check::fault(entry, request).map(|body| Plan::json(422, &body))
}

/// The answer to a request that fits.
pub(super) fn answer(entry: &Entry, scripted: &Scripted, request: &Received) -> Plan {
    let mut plan = body(entry, scripted, request);
    for (name, value) in &scripted.headers {
        plan.set_header(name, value);
    }
    plan.pace = scripted.pace;
    plan.gate.clone_from(&scripted.gate);
    plan
}

fn body(entry: &Entry, scripted: &Scripted, request: &Received) -> Plan {
    let status = scripted.status.unwrap_or(entry.status);
    match &scripted.content {
        Content::Bytes(media, bytes) => return Plan::whole(status, media, bytes.to_vec()),
        Content::Chunks(chunks) => {
            let steps = chunks
                .iter()
                .map(|chunk| Step::Event(chunk.to_vec()))
                .collect();
            return Plan::chunked(status, media_of(entry, wants_stream(entry, request)), steps);
        }
        Content::Usual
        | Content::Example(_)
        | Content::Texts(_)
        | Content::Like(_)
        | Content::Json(_)
        | Content::Made(_) => {}
    }
    if status >= 300 {
        return Plan::json(status, &failure_body(entry, scripted, status));
    }
    let value = match value(entry, scripted, &request.json()) {
        Ok(value) => value,
        Err(why) => return Plan::json(500, &json!({"detail": why})),
    };
    match wants_stream(entry, request) {
        Some(framing) => {
            let made = || {
                samples::events(entry, &value)
                    .iter()
                    .map(Value::to_string)
                    .collect()
            };
            let data = &scripted.events.clone().unwrap_or_else(made);
            let events = stream::Events {
                entry,
                framing,
                data,
            };
            events.plan(status, scripted.fault, &value)
        }
        None => whole::plan(entry, status, scripted.fault, &value),
    }
}

/// How events are cut, when the request asks for a stream: by its flag alone, where there is one.
fn wants_stream(entry: &Entry, request: &Received) -> Option<Framing> {
    let stream = entry.stream?;
    let wanted = match entry.route.switch {
        _ if stream.always => true,
        Some(switch) => request.json().get(switch) == Some(&Value::Bool(true)),
        None => accepts(request, stream.framing),
    };
    wanted.then_some(stream.framing)
}

fn accepts(request: &Received, framing: Framing) -> bool {
    let accepted = request.header("accept").unwrap_or_default();
    let mut media = framing.accept().split(',').map(str::trim);
    media.any(|media| accepted.contains(media))
}

fn media_of(entry: &Entry, stream: Option<Framing>) -> &'static str {
    match stream {
        Some(framing) => stream_media(framing),
        None => entry.media,
    }
}

fn stream_media(framing: Framing) -> &'static str {
    match framing {
        Framing::ServerSentEvents => "text/event-stream; charset=utf-8",
        Framing::JsonLines => "application/x-ndjson",
    }
}

/// The whole answer.
fn value(entry: &Entry, scripted: &Scripted, request: &Value) -> Result<Value, String> {
    if let Content::Json(value) = &scripted.content {
        return Ok(value.clone());
    }
    let name = match &scripted.content {
        Content::Example(name) => Some(name.as_str()),
        _ => None,
    };
    let mut value = example(entry, Part::Reply, name)?;
    if name.is_none() {
        samples::fit(entry, &mut value, samples::count(entry, request));
    }
    match &scripted.content {
        Content::Texts(texts) => samples::set_texts(entry, &mut value, texts),
        Content::Like(members) => merge(&mut value, members.clone()),
        Content::Usual
        | Content::Example(_)
        | Content::Json(_)
        | Content::Made(_)
        | Content::Bytes(..)
        | Content::Chunks(_) => {}
    }
    Ok(value)
}

fn example(entry: &Entry, part: Part, name: Option<&str>) -> Result<Value, String> {
    let mut examples = entry.examples_of(part);
    let Some(name) = name else {
        return Ok(examples.next().map_or(Value::Null, |(_, value)| value));
    };
    let mut names = Vec::new();
    for (known, value) in examples {
        if known == name {
            return Ok(value);
        }
        names.push(known);
    }
    Err(format!(
        "{} has no example `{name}`; it has {}",
        entry.route.name,
        names.join(", ")
    ))
}

fn failure_body(entry: &Entry, scripted: &Scripted, status: u16) -> Value {
    match &scripted.content {
        Content::Json(value) => value.clone(),
        _ => {
            failure(entry, status).unwrap_or_else(|| json!({"detail": super::http::reason(status)}))
        }
    }
}

/// The document's example of a failure.
fn failure(entry: &Entry, status: u16) -> Option<Value> {
    entry
        .examples_of(Part::Failure(status))
        .next()
        .map(|(_, value)| value)
}

/// Whether the answer comes before the body is read.
pub(super) fn is_early(scripted: &Scripted) -> bool {
    matches!(scripted.fault, Some((Fault::Early, _)))
}
