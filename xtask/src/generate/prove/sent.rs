//! What must come over the wire for what a method is given: read from the document and the standard, not from the
//! client.

use generator::ir::{Body, BodyKind, Endpoint, Param, Switch};
use generator::lower::json_line;
use generator::openapi::{Media, essence};
use generator::source::{Document, Node, Site};
use serde_json::{Map, Value, json};

use super::bodies::is_binary;
use super::followed;
use super::style::{Text, Written, scalar, written};
use crate::percent::decoded_pair;

/// The parameters of a request as they must come.
#[derive(Default)]
pub(super) struct Sent {
    /// Pieces of the path by the names of their parameters; nothing of what the standard does not say.
    path: Map<String, Value>,
    query: Vec<Value>,
    headers: Vec<Value>,
    cookies: Vec<Value>,
    /// The places where more may stand, since the standard does not say how something is written there.
    open: Vec<&'static str>,
}

impl Sent {
    /// What a path template says itself, `/token?refresh`.
    pub(super) fn of(path: &str) -> Self {
        let mut sent = Self::default();
        let query = path.split_once('?').map_or("", |(_, query)| query);
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            if pair.contains('{') {
                sent.open.push("query");
            } else {
                let (name, value) = decoded_pair(pair);
                sent.query.push(json!([name, value]));
            }
        }
        sent
    }

    /// Adds a parameter that is given this value.
    pub(super) fn add(&mut self, document: &Document, param: &Param, value: &Node) {
        let name = param.name.wire();
        let Some(node) = document.node(&param.at) else {
            return;
        };
        let place = param.at.clone();
        let site = followed(document, Site { node, place });
        let word = |key: &str| site.node.get(key).and_then(Node::as_str);
        let place = match word("in") {
            // A name of the template that nothing declares.
            None => "path",
            Some("querystring") => "query",
            Some(place) => place,
        };
        let whole = word("in") == Some("querystring");
        // Beside a schema it means nothing.
        let content = site.get("content");
        let content = content.filter(|_| !whole && site.get("schema").is_none());
        let content = content.and_then(|content| Some(content.members().next()?.0.to_owned()));
        if let Some(media) = content {
            let is_json = Media::of(&media) == Media::Json;
            let value = is_json.then(|| json!({ "json": parsed(value) }));
            return self.put(place, name, value.map(|value| vec![json!([name, value])]));
        }
        let usual = match place {
            "path" | "header" => "simple",
            _ => "form",
        };
        let style = match word("style") {
            // The cookie form has a name of its own since 3.2.
            Some("cookie") if place == "cookie" => "form",
            style => style.unwrap_or(usual),
        };
        let explode = site.node.get("explode").and_then(Node::as_bool);
        let explode = explode.unwrap_or(style == "form");
        let known: &[&str] = match place {
            "path" => &["simple", "label", "matrix"],
            "header" => &["simple"],
            "cookie" => &["form"],
            _ => &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        };
        let written = written(name, value, style, explode).filter(|_| known.contains(&style));
        let pairs = written.map(|written| match written {
            Written::Text(text) => vec![json!([name, text.json()])],
            Written::Pairs(pairs) => pairs.iter().map(pair).collect(),
        });
        self.put(place, name, pairs);
    }

    fn put(&mut self, place: &str, name: &str, pairs: Option<Vec<Value>>) {
        let (list, place) = match place {
            "path" => {
                let text = pairs.and_then(|pairs| pairs.first()?.get(1).cloned());
                self.path.insert(name.to_owned(), text.into());
                return;
            }
            // All cookies at once, by whatever name.
            "header" if name.eq_ignore_ascii_case("cookie") => {
                return self.open.push("cookies");
            }
            "header" => (&mut self.headers, "headers"),
            "cookie" => (&mut self.cookies, "cookies"),
            _ => (&mut self.query, "query"),
        };
        match pairs {
            Some(pairs) => list.extend(pairs),
            None => self.open.push(place),
        }
    }

    /// All of it as JSON, with the body that goes with it.
    pub(super) fn json(&self, body: Option<&Value>) -> Value {
        json!({
            "path": self.path, "query": self.query, "headers": self.headers, "cookies": self.cookies,
            "open": self.open, "body": body,
        })
    }
}

/// The body of a request as it must come, for a value that is given.
pub(super) fn body(
    document: &Document,
    endpoint: &Endpoint,
    streamed: bool,
    (body, entry): (&Body, Option<&Site<'_>>),
    value: &Node,
) -> Value {
    let content = match &body.kind {
        BodyKind::Json(_) => json!({ "json": switched(endpoint, streamed, value) }),
        BodyKind::Text | BodyKind::Bytes => json!({ "text": scalar(value) }),
        BodyKind::Form(..) => json!({ "form": form(entry, value) }),
        BodyKind::Multipart(..) => json!({ "parts": parts(document, entry, value) }),
    };
    json!({ "media": essence(&body.media), "content": content })
}

/// A value with the member that asks for a stream or for a whole answer, which the method sets.
fn switched(endpoint: &Endpoint, streamed: bool, value: &Node) -> Value {
    let mut value = parsed(value);
    if let Some(Switch::BodyFlag(member)) = endpoint.stream().map(|half| &half.switch)
        && let Some(members) = value.as_object_mut()
    {
        members.insert(member.clone(), streamed.into());
    }
    value
}

/// The pairs of a form. Of what no `style`, `explode` or `allowReserved` is said goes as its media type, objects as
/// JSON. What a style makes of parts within parts is not said at all.
fn form(entry: Option<&Site<'_>>, value: &Node) -> Value {
    let encoding = entry.and_then(|entry| entry.get("encoding"));
    let mut all = Vec::new();
    let mut open = false;
    for (name, value) in value.members() {
        let said = encoding.as_ref().and_then(|encoding| encoding.get(name));
        let member = |key: &str| said.as_ref()?.node.get(key);
        let word = |key: &str| member(key)?.as_str();
        let keys = ["style", "explode", "allowReserved"];
        if keys.into_iter().all(|key| member(key).is_none()) {
            let is_json = word("contentType").map(Media::of) == Some(Media::Json);
            all.extend(by_media(name, value, is_json));
            continue;
        }
        let style = word("style").unwrap_or("form");
        let explode = member("explode").and_then(Node::as_bool);
        match written(name, value, style, explode.unwrap_or(style == "form")) {
            Some(Written::Pairs(pairs)) => all.extend(pairs.iter().map(pair)),
            _ => open |= !is_nothing(value),
        }
    }
    json!({ "pairs": all, "open": open })
}

/// The pairs of a member that goes as its media type; JSON is said of the whole, or is what objects are.
fn by_media(name: &str, value: &Node, is_json: bool) -> Vec<Value> {
    let items = match value {
        Node::List(items) if !is_json => &items[..],
        value => std::slice::from_ref(value),
    };
    let items = items.iter().filter(|item| **item != Node::Null);
    let text = |item: &Node| scalar(item).filter(|_| !is_json);
    items
        .map(|item| match text(item) {
            Some(text) => json!([name, text]),
            None => json!([name, { "json": parsed(item) }]),
        })
        .collect()
}

/// The parts of a multipart body: the name, the value and the media type of each, where the standard says one.
fn parts(document: &Document, entry: Option<&Site<'_>>, value: &Node) -> Vec<Value> {
    let mut parts = Vec::new();
    for (name, value) in value.members() {
        let schema = entry.and_then(|entry| entry.get("schema"));
        let properties = schema.and_then(|it| followed(document, it).get("properties"));
        let property = properties
            .and_then(|it| it.get(name))
            .map(|it| followed(document, it));
        let said = entry.and_then(|entry| entry.get("encoding")?.get(name)?.get("contentType"));
        let said = said.and_then(|it| Some(it.node.as_str()?.split(',').next()?.trim().to_owned()));
        let said = said.filter(|media| media.contains('/') && !media.contains('*'));
        let (items, schema) = match value {
            Node::List(items) => (&items[..], property.and_then(|it| it.get("items"))),
            value => (std::slice::from_ref(value), property),
        };
        for item in items.iter().filter(|item| **item != Node::Null) {
            let is_binary = schema.as_ref().is_some_and(|it| is_binary(document, it));
            let usual = match item {
                Node::Map(_) | Node::List(_) => Some("application/json"),
                Node::Str(_) if is_binary => Some("application/octet-stream"),
                // Text is what a part without a media type is, too.
                _ => None,
            };
            let value = match scalar(item) {
                Some(text) => json!(text),
                None => json!({ "json": parsed(item) }),
            };
            parts.push(json!([name, value, said.as_deref().or(usual)]));
        }
    }
    parts
}

fn pair((name, value): &(String, Text)) -> Value {
    json!([name, value.json()])
}

fn is_nothing(value: &Node) -> bool {
    match value {
        Node::Null => true,
        Node::List(items) => items.is_empty(),
        Node::Map(members) => members.is_empty(),
        Node::Bool(_) | Node::Int(_) | Node::Number(_) | Node::Str(_) => false,
    }
}

/// A value as the judge reads it.
fn parsed(value: &Node) -> Value {
    serde_json::from_str(&json_line(value)).unwrap_or_default()
}
