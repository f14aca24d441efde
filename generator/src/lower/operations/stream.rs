//! Stream halves, as media types and extensions declare them.

use super::find::Found;
use super::media::essence;
use super::response::Entry;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Docs, Framing, Item, MethodName, StreamHalf, Switch};
use crate::lower::context::Context;
use crate::lower::hint::Hint;
use crate::source::{Node, Site};

const OURS: &str = "x-stream";
const FERN: &str = "x-fern-streaming";

/// The stream half that a response's media types declare.
pub(super) fn half<'d>(
    cx: &mut Context<'d>,
    found: &Found<'d>,
    entries: &[Entry<'d>],
    name: &MethodName,
    hint: &Hint,
) -> Option<StreamHalf> {
    let mut streams = entries.iter().filter(|entry| entry.framing().is_some());
    let entry = streams.next()?;
    for other in streams {
        let message = format!("the stream is asked for as `{}`, not as this", entry.text);
        cx.report
            .push(Diagnostic::note(Code::OtherAnswer, other.site.place.clone(), message).at_key());
    }
    let framing = entry.framing()?;
    let hint = hint.child("event");
    let file = whole_file(cx, entry, framing);
    let text = file
        .as_ref()
        .and_then(|schema| schema.node.get("description")?.as_str());
    let text = text.map(str::to_owned);
    let event = match (stream_schema(found), file) {
        (Some(schema), _) => cx.item(&schema, &hint),
        (None, Some(schema)) => untyped(cx, &schema, "the lines of the file have no schema"),
        (None, None) => event(cx, entry, framing, &hint),
    };
    let media = essence(entry.text);
    Some(StreamHalf {
        name: name.clone(),
        summary: summary(found),
        event,
        framing,
        media: (media != usual(framing)).then(|| media.into_owned()),
        switch: switch(cx, found),
        switch_default: None,
        count: None,
        pieces: None,
        docs: Docs {
            text,
            examples: super::prose::examples(cx, &entry.site),
            ..Docs::default()
        },
    })
}

/// The media type that is asked for first unless the document says otherwise.
fn usual(framing: Framing) -> &'static str {
    match framing {
        Framing::ServerSentEvents => "text/event-stream",
        Framing::JsonLines => "application/jsonl",
    }
}

/// The schema of a file of lines as a whole, which says nothing of a line.
fn whole_file<'d>(cx: &mut Context<'d>, entry: &Entry<'d>, framing: Framing) -> Option<Site<'d>> {
    let schema = entry.site.get("schema")?;
    if framing != Framing::JsonLines || entry.site.get("itemSchema").is_some() {
        return None;
    }
    let target = cx.follow(schema)?;
    let types = cx.read(&target).types;
    types
        .is_some_and(|types| types.is_only("string"))
        .then_some(target)
}

fn untyped<'d>(cx: &mut Context<'d>, site: &Site<'d>, why: &'static str) -> Item {
    Item {
        ty: cx.raw(&site.place, why),
        nullable: false,
    }
}

/// The stream half that only `x-fern-streaming` declares.
pub(super) fn from_extension<'d>(
    cx: &mut Context<'d>,
    found: &Found<'d>,
    name: &MethodName,
    hint: &Hint,
) -> Option<StreamHalf> {
    if let Some(site) = found.site.get(OURS) {
        let message = "no success of this operation is a stream";
        let help = "add `text/event-stream` with the schema of an event beside `application/json`";
        cx.report.push(
            Diagnostic::error(Code::Stream, site.place, message)
                .at_key()
                .help(help),
        );
        return None;
    }
    let site = found.site.get(FERN)?;
    let Some(schema) = stream_schema(found) else {
        let message = "neither this nor the responses say what an event is";
        let warning = Diagnostic::warning(Code::Stream, site.place, message).at_key();
        cx.report
            .push(warning.help("add `response-stream` with the schema of an event"));
        return None;
    };
    let events = site.node.get("format").and_then(Node::as_str) == Some("sse");
    Some(StreamHalf {
        name: name.clone(),
        summary: summary(found),
        event: cx.item(&schema, &hint.child("event")),
        framing: if events {
            Framing::ServerSentEvents
        } else {
            Framing::JsonLines
        },
        media: None,
        switch: switch(cx, found),
        switch_default: None,
        count: None,
        pieces: None,
        docs: Docs::default(),
    })
}

/// The schema of one event under `x-fern-streaming`.
fn stream_schema<'d>(found: &Found<'d>) -> Option<Site<'d>> {
    found.site.get(FERN)?.get("response-stream")
}

/// The schema of the whole answer under `x-fern-streaming`.
pub(super) fn whole_of_extension<'d>(found: &Found<'d>) -> Option<Site<'d>> {
    found.site.get(FERN)?.get("response")
}

/// Whether an extension says that a member of the body chooses the stream.
pub(super) fn has_switch(found: &Found<'_>) -> bool {
    let has = |extension: &str, key: &str| {
        found
            .site
            .get(extension)
            .is_some_and(|site| site.get(key).is_some())
    };
    has(OURS, "switch") || has(FERN, "stream-condition")
}

fn summary(found: &Found<'_>) -> Option<String> {
    let site = found.site.get(OURS)?;
    site.node
        .get("summary")
        .and_then(Node::as_str)
        .map(str::to_owned)
}

/// Which member of the body chooses the stream, as far as it is said; held against the body later.
fn switch<'d>(cx: &mut Context<'d>, found: &Found<'d>) -> Switch {
    let ours = found.site.get(OURS).and_then(|site| site.get("switch"));
    if let Some(name) = ours.and_then(|site| site.node.as_str()) {
        return Switch::BodyFlag(name.to_owned());
    }
    let Some(condition) = found
        .site
        .get(FERN)
        .and_then(|site| site.get("stream-condition"))
    else {
        return Switch::Accept;
    };
    let text = condition.node.as_str().unwrap_or_default();
    match text.strip_prefix("$request.") {
        Some(name) if !name.is_empty() && !name.contains('.') => Switch::BodyFlag(name.to_owned()),
        _ => {
            let message = format!("`{text}` names no member of the request");
            let warning = Diagnostic::warning(Code::Stream, condition.place, message);
            cx.report
                .push(warning.help("write `$request.stream`, where `stream` is the member"));
            Switch::Accept
        }
    }
}

/// The data of one event.
pub(super) fn event<'d>(
    cx: &mut Context<'d>,
    entry: &Entry<'d>,
    framing: Framing,
    hint: &Hint,
) -> Item {
    if let Some(schema) = entry.site.get("itemSchema") {
        let data = if framing == Framing::ServerSentEvents {
            data(cx, &schema)
        } else {
            None
        };
        return cx.item(&data.unwrap_or(schema), hint);
    }
    let Some(schema) = entry.site.get("schema") else {
        return untyped(cx, &entry.site, "the events have no schema");
    };
    match elements(cx, &schema) {
        Some(items) => cx.item(&items, hint),
        None => cx.item(&schema, hint),
    }
}

/// OpenAPI 3.2 describes an event with its `event`, `id` and `retry` lines; what of it is the data.
fn data<'d>(cx: &mut Context<'d>, schema: &Site<'d>) -> Option<Site<'d>> {
    let schema = cx.follow(schema.clone())?;
    let properties = schema.get("properties")?;
    let lines = ["data", "event", "id", "retry"];
    if !properties.members().all(|(name, _)| lines.contains(&name)) {
        return None;
    }
    let data = cx.follow(properties.get("data")?)?;
    Some(data.get("contentSchema").unwrap_or(data))
}

/// The elements of a stream that is described as one array.
///
/// A document of one's own says what it means, and there an event may be an array.
fn elements<'d>(cx: &mut Context<'d>, schema: &Site<'d>) -> Option<Site<'d>> {
    if cx.options.strict {
        return None;
    }
    let target = cx.follow(schema.clone())?;
    let read = cx.read(&target);
    if !read.types.is_some_and(|types| types.is_only("array")) {
        return None;
    }
    let message = "a stream is described by one element; this array is read as many of them";
    cx.report
        .push(Diagnostic::note(Code::Stream, schema.place.clone(), message).at_key());
    read.items.clone()
}
