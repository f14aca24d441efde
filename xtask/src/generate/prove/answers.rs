//! The answers that a document declares for an operation, made from the document alone: what a server may send.

use std::fmt::Write as _;

use generator::ir::{Endpoint, StatusRange, Verb};
use generator::lower::json_line;
use generator::openapi::{instances, status};
use generator::source::{Document, Node, Site};
use serde_json::{Value, json};

use super::bodies::{Body, bodies};
use super::followed;
use super::style::{self, Written};

/// How many letters of a stream come at once: events are cut in the middle.
const CHUNK: usize = 40;

/// Headers that are about the connection, or that the client must act on.
const NOT_OURS: [&str; 8] = [
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "keep-alive",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// An answer as a server sends it, and what a client must make of it.
pub(super) struct Answer {
    pub(super) status: u16,
    /// Whether it is the answer of a method that begins a stream.
    pub(super) streamed: bool,
    pub(super) is_success: bool,
    /// Head and body, byte by byte.
    pub(super) http: String,
    /// Its values: one of a whole body, several of a stream, none where a failure has no JSON.
    pub(super) values: Vec<String>,
    /// The body of a failure.
    pub(super) text: Option<String>,
    pub(super) headers: Value,
}

impl Answer {
    /// What a client must ask for, and make of the answer, as JSON text.
    pub(super) fn expected(&self, verb: &str, path: &str) -> String {
        let (verb, path) = (json!(verb), json!(path));
        format!(
            r#"{{"verb": {verb}, "path": {path}, "status": {}, "success": {}, "values": [{}], "text": {}, "headers": {}}}"#,
            self.status,
            self.is_success,
            self.values.join(", "),
            json!(self.text),
            self.headers
        )
    }
}

/// The answers of an endpoint, and why there is none to some declaration.
pub(super) struct Answers {
    pub(super) made: Vec<Answer>,
    pub(super) not_made: Vec<String>,
}

/// Every answer that the document declares for an endpoint.
pub(super) fn answers(document: &Document, endpoint: &Endpoint) -> Answers {
    let mut found = Answers {
        made: Vec::new(),
        not_made: Vec::new(),
    };
    let Some(node) = document.node(&endpoint.place) else {
        return found;
    };
    let place = endpoint.place.clone();
    let operation = Site { node, place };
    let listed = operation.get("responses");
    let responses: Vec<(StatusRange, Site<'_>)> = listed
        .iter()
        .flat_map(Site::members)
        .filter_map(|(key, site)| Some((status::parse(key)?, followed(document, site))))
        .collect();
    let statuses: Vec<StatusRange> = responses.iter().map(|(status, _)| *status).collect();
    let success = success(&statuses);
    for (range, response) in &responses {
        let is_success = success == Some(class(*range));
        let Some(status) = status_of(*range, is_success, &statuses) else {
            found.not_made.push(format!("{range} is no last answer"));
            continue;
        };
        let is_bare = endpoint.verb == Verb::Head || matches!(status, 204 | 205 | 304);
        let bodies = bodies(document, endpoint, &operation, response, is_success);
        let bodies = if is_bare { Ok(Vec::new()) } else { bodies };
        let bodies = bodies.unwrap_or_else(|problem| {
            found.not_made.push(format!("{range}: {problem}"));
            Vec::new()
        });
        if bodies.is_empty() && (is_bare || response.get("content").is_none()) {
            found
                .made
                .push(answer(document, response, status, is_success, None));
        }
        for body in &bodies {
            found
                .made
                .push(answer(document, response, status, is_success, Some(body)));
        }
    }
    if success.is_none() {
        // It is taken to be empty.
        found
            .made
            .push(answer(document, &operation, 204, true, None));
    }
    found
}

/// The first digit of the statuses that are successes; 0 for `default`.
fn success(statuses: &[StatusRange]) -> Option<u16> {
    let classes = [2, 3, 0];
    classes
        .into_iter()
        .find(|wanted| statuses.iter().any(|status| class(*status) == *wanted))
}

fn class(range: StatusRange) -> u16 {
    match range {
        StatusRange::Exact(code) => code / 100,
        StatusRange::Class(class) => u16::from(class),
        StatusRange::Default => 0,
    }
}

/// A status of a range that no other declaration speaks of.
fn status_of(range: StatusRange, is_success: bool, all: &[StatusRange]) -> Option<u16> {
    let is_free = |code: &u16| !all.contains(&StatusRange::Exact(*code));
    let is_other = |code: &u16| is_free(code) && all.iter().all(|one| class(*one) != code / 100);
    match range {
        StatusRange::Exact(code) => (code >= 200).then_some(code),
        StatusRange::Class(1) => None,
        StatusRange::Class(class) => {
            let first = u16::from(class) * 100;
            // A class speaks of bodies that some of its statuses cannot have.
            let has_body = |code: &u16| !matches!(code, 204 | 205 | 304);
            (first..first + 100).find(|code| is_free(code) && has_body(code))
        }
        StatusRange::Default if is_success => Some(200),
        StatusRange::Default => (500..600).chain(400..500).find(is_other).or_else(|| {
            // A class is named without being complete.
            let is_in_class = |code: &u16| {
                all.iter().any(|one| matches!(one, StatusRange::Class(class) if u16::from(*class) == code / 100))
            };
            (400..600).find(|code| is_free(code) && !is_in_class(code))
        }),
    }
}

fn answer(
    document: &Document,
    response: &Site<'_>,
    status: u16,
    is_success: bool,
    body: Option<&Body>,
) -> Answer {
    let headers = headers(document, response);
    let mut http = format!("HTTP/1.1 {status} Declared\r\n");
    for (name, value) in &headers {
        // Writing to a `String` cannot fail.
        let _ = write!(http, "{name}: {value}\r\n");
    }
    match body {
        None if matches!(status, 204 | 304) => http.push_str("\r\n"),
        None => http.push_str("content-length: 0\r\n\r\n"),
        Some(body) if body.streamed => {
            let _ = write!(
                http,
                "content-type: {}\r\ntransfer-encoding: chunked\r\n\r\n",
                body.media
            );
            let letters: Vec<char> = body.text.chars().collect();
            for chunk in letters.chunks(CHUNK) {
                let chunk: String = chunk.iter().collect();
                let _ = write!(http, "{:x}\r\n{chunk}\r\n", chunk.len());
            }
            http.push_str("0\r\n\r\n");
        }
        Some(body) => {
            let (media, length) = (&body.media, body.text.len());
            let _ = write!(
                http,
                "content-type: {media}\r\ncontent-length: {length}\r\n\r\n{}",
                body.text
            );
        }
    }
    let values = body.map_or_else(|| vec!["null".to_owned()], |body| body.values.clone());
    let is_empty_failure = !is_success && body.is_none_or(|body| !body.is_json);
    Answer {
        status,
        streamed: body.is_some_and(|body| body.streamed),
        is_success,
        http,
        values: if is_empty_failure { Vec::new() } else { values },
        text: body.filter(|_| !is_success).map(|body| body.text.clone()),
        headers: headers
            .into_iter()
            .map(|(name, value)| (name, Value::String(value)))
            .collect(),
    }
}

/// The headers of a response.
fn headers(document: &Document, response: &Site<'_>) -> Vec<(String, String)> {
    let listed = response.get("headers");
    let listed = listed.iter().flat_map(Site::members);
    let mut found: Vec<(String, String)> = Vec::new();
    for (name, site) in listed {
        let name = name.to_ascii_lowercase();
        let is_token = !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte));
        if !is_token || NOT_OURS.contains(&&*name) || found.iter().any(|(known, _)| *known == name)
        {
            continue;
        }
        let Some(value) = header(document, &followed(document, site)) else {
            continue;
        };
        if value.bytes().all(|byte| byte.is_ascii_graphic()) {
            found.push((name, value));
        }
    }
    found
}

/// A value of a header, written in its style: the standard knows only `simple` ones, or JSON.
fn header(document: &Document, site: &Site<'_>) -> Option<String> {
    let value = |site: &Site<'_>| {
        let schema = site.get("schema")?;
        let values = instances::instances(document, &schema, 1);
        values.into_iter().next()
    };
    if let Some((_, content)) = site.get("content").and_then(|it| it.members().next()) {
        return value(&followed(document, content)).map(|value| json_line(&value));
    }
    let explode = site.node.get("explode").and_then(Node::as_bool);
    match style::written("", &value(site)?, "simple", explode.unwrap_or(false))? {
        Written::Text(text) => Some(text.plain()),
        Written::Pairs(_) => None,
    }
}
