//! Recordings: one exchange a line, in JSON, with all that is secret taken out before it is written.

use serde_json::{Map, Value, json};

use super::received::Received;
use super::server::fits;
use super::table::Entry;
use crate::api::{API, mock::TABLE};
use crate::runtime::{SchemeKind, Secret, collect, percent_encode};

/// What stands in the place of a secret.
const MASK: &str = "[secret]";

/// Secrets shorter than this are masked where they are a whole value, not inside of other text.
const SHORTEST: usize = 4;

/// The headers of an answer that are recorded; the others mean nothing to a client, or may be secret.
const HEADERS: [&str; 10] = [
    "content-encoding",
    "content-type",
    "retry-after",
    "retry-after-ms",
    "x-request-id",
    "request-id",
    "x-amzn-requestid",
    "x-ms-request-id",
    "cf-ray",
    "date",
];

/// A request without secrets, in the form in which requests are compared.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Asked {
    method: String,
    path: String,
    query: String,
    body: Value,
}

/// How an answer ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ended {
    /// As it should.
    Whole,
    /// The connection broke.
    Cut,
    /// The client had enough.
    Left,
}

impl Ended {
    const ALL: [Self; 3] = [Self::Whole, Self::Cut, Self::Left];

    fn word(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Cut => "cut",
            Self::Left => "left",
        }
    }
}

/// A request and its answer, without secrets.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Exchange {
    pub(super) asked: Asked,
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) pieces: Vec<Vec<u8>>,
    pub(super) ended: Ended,
}

/// What an exchange holds that must not be written down.
#[derive(Debug, Clone)]
pub(super) struct Secrets(Vec<Secret>);

impl Asked {
    /// A request without its secrets, and those secrets.
    ///
    /// A body that the endpoint's type cannot read cannot be searched for secrets; it is left out.
    pub(super) fn new(request: &Received) -> (Self, Secrets) {
        let (entry, path) = place(request);
        let mut secrets = credentials(request);
        let body = entry.and_then(|entry| searched(entry, request, &mut secrets));
        let secrets = Secrets(secrets);
        let asked = Self {
            method: request.method.clone(),
            path: secrets.out_of(path),
            query: without_secrets(&request.query, &secrets),
            body: secrets.out_of_json(body.unwrap_or_default()),
        };
        (asked, secrets)
    }
}

/// The endpoint of a request, and its path below whatever path the server has.
fn place(request: &Received) -> (Option<&'static Entry>, &str) {
    let starts = request.path.match_indices('/').map(|(at, _)| at);
    for below in starts.map(|at| &request.path[at..]) {
        let mut entries = TABLE.endpoints.iter();
        let entry = entries.find(|entry| {
            entry.route.verb.as_str() == request.method && fits(entry.route.path, below)
        });
        if entry.is_some() {
            return (entry, below);
        }
    }
    (None, &request.path)
}

/// Whether what has this name is a secret: a credential of the schema, or what is called like one.
fn is_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let words = [
        "auth", "cookie", "key", "passw", "secret", "session", "token",
    ];
    let is_named = |kind| match kind {
        SchemeKind::HeaderKey(known) | SchemeKind::QueryKey(known) => {
            known.eq_ignore_ascii_case(&name)
        }
        _ => false,
    };
    words.iter().any(|word| name.contains(word)) || API.schemes.iter().any(|it| is_named(it.kind))
}

/// The pairs of a query, each with its name.
fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")))
}

/// The secrets by which a request shows who sends it.
fn credentials(request: &Received) -> Vec<Secret> {
    let headers = request
        .headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let mut secrets = Vec::new();
    for (_, value) in headers
        .chain(pairs(&request.query))
        .filter(|(name, _)| is_secret(name))
    {
        secrets.push(Secret::from(value));
        // What stands behind `Bearer`, and each cookie.
        let words = value.split([' ', ';', '=']);
        let words = words.filter(|word| word.len() > SHORTEST && *word != "Bearer");
        secrets.extend(words.map(Secret::from));
    }
    secrets
}

/// A query without its secrets.
fn without_secrets(query: &str, secrets: &Secrets) -> String {
    let clean = pairs(query).map(|(name, value)| {
        let value = if is_secret(name) { MASK } else { value };
        format!("{name}={}", secrets.out_of(value))
    });
    clean.collect::<Vec<_>>().join("&")
}

/// The body as JSON, where its endpoint's type finds the secrets in it.
fn searched(entry: &Entry, request: &Received, secrets: &mut Vec<Secret>) -> Option<Value> {
    let reread = entry.request?;
    let text = std::str::from_utf8(&request.body).ok()?;
    let (read, found) = collect(|| reread(text));
    secrets.extend(found);
    read.ok().map(|_| request.json())
}

impl Secrets {
    /// The secrets in all forms in which they travel, longest first.
    fn forms(&self) -> Vec<String> {
        let mut forms = Vec::new();
        for secret in self.0.iter().map(Secret::expose) {
            if secret.len() >= SHORTEST {
                let quoted = json!(secret).to_string();
                forms.push(quoted.trim_matches('"').to_owned());
                forms.push(percent_encode(secret));
                forms.push(secret.to_owned());
            }
        }
        forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
        forms.dedup();
        forms
    }

    fn out_of(&self, text: &str) -> String {
        self.forms()
            .iter()
            .fold(text.to_owned(), |text, form| text.replace(form, MASK))
    }

    fn out_of_json(&self, value: Value) -> Value {
        match value {
            Value::String(text) if self.0.iter().any(|secret| secret.expose() == text) => {
                json!(MASK)
            }
            Value::String(text) => json!(self.out_of(&text)),
            Value::Array(items) => items
                .into_iter()
                .map(|item| self.out_of_json(item))
                .collect(),
            Value::Object(members) => {
                let members = members.into_iter();
                let clean =
                    members.map(|(name, value)| (self.out_of(&name), self.out_of_json(value)));
                Value::Object(clean.collect())
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => value,
        }
    }

    /// Pieces of a body without secrets, also those that lie in more than one piece.
    fn out_of_pieces(&self, pieces: &[impl AsRef<[u8]>]) -> Vec<Vec<u8>> {
        let forms = self.forms();
        let whole: Vec<u8> = pieces.iter().flat_map(AsRef::as_ref).copied().collect();
        let mut hidden = Vec::new();
        let mut place = 0;
        while place < whole.len() {
            let found = forms
                .iter()
                .find(|form| whole[place..].starts_with(form.as_bytes()));
            let length = found.map_or(1, String::len);
            if found.is_some() {
                hidden.push(place..place + length);
            }
            place += length;
        }
        let (mut clean, mut start) = (Vec::new(), 0);
        for piece in pieces {
            let end = start + piece.as_ref().len();
            clean.push(masked(&whole, start..end, &hidden));
            start = end;
        }
        clean
    }

    /// An answer without secrets. A compressed one cannot be searched; its body is left out.
    pub(super) fn exchange(
        &self,
        asked: Asked,
        head: (u16, &http::HeaderMap),
        pieces: &[impl AsRef<[u8]>],
        ended: Ended,
    ) -> Exchange {
        let (status, all) = head;
        let mut headers = Vec::new();
        for (name, value) in all {
            if let Some(value) = value
                .to_str()
                .ok()
                .filter(|_| HEADERS.contains(&name.as_str()))
            {
                headers.push((name.as_str().to_owned(), self.out_of(value)));
            }
        }
        let compressed = all.contains_key("content-encoding");
        let pieces = if compressed {
            Vec::new()
        } else {
            self.out_of_pieces(pieces)
        };
        Exchange {
            asked,
            status,
            headers,
            pieces,
            ended,
        }
    }
}

/// A part of a body; the mask stands where a secret begins.
fn masked(
    whole: &[u8],
    part: std::ops::Range<usize>,
    hidden: &[std::ops::Range<usize>],
) -> Vec<u8> {
    let mut out = Vec::new();
    for place in part {
        match hidden.iter().find(|secret| secret.contains(&place)) {
            None => out.push(whole[place]),
            Some(secret) if secret.start == place => out.extend_from_slice(MASK.as_bytes()),
            Some(_) => {}
        }
    }
    out
}

impl Exchange {
    /// The exchange as a line.
    pub(super) fn line(&self) -> String {
        let Asked {
            method,
            path,
            query,
            body,
        } = &self.asked;
        let headers: Map<_, _> = self
            .headers
            .iter()
            .map(|(name, value)| (name.clone(), json!(value)))
            .collect();
        let pieces: Vec<_> = self.pieces.iter().map(|piece| written(piece)).collect();
        let line = json!({
            "request": {"method": method, "path": path, "query": query, "body": body},
            "answer": {
                "status": self.status,
                "headers": headers,
                "pieces": pieces,
                "ended": self.ended.word(),
            },
        });
        format!("{line}\n")
    }

    /// Reads a line; nothing when it is none of ours.
    pub(super) fn parse(line: &str) -> Option<Self> {
        let line: Value = serde_json::from_str(line).ok()?;
        let (request, answer) = (&line["request"], &line["answer"]);
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let asked = Asked {
            method: text(&request["method"])?,
            path: text(&request["path"])?,
            query: text(&request["query"])?,
            body: request["body"].clone(),
        };
        let headers = answer["headers"].as_object()?.iter();
        let headers: Option<Vec<_>> = headers
            .map(|(name, value)| Some((name.clone(), text(value)?)))
            .collect();
        let pieces: Option<Vec<_>> = answer["pieces"].as_array()?.iter().map(bytes).collect();
        let ended = answer["ended"].as_str()?;
        Some(Self {
            asked,
            status: answer["status"].as_u64()?.try_into().ok()?,
            headers: headers?,
            pieces: pieces?,
            ended: Ended::ALL.into_iter().find(|known| known.word() == ended)?,
        })
    }
}

/// Bytes as text where they are that, else as a list of numbers.
fn written(bytes: &[u8]) -> Value {
    match std::str::from_utf8(bytes) {
        Ok(text) => json!(text),
        Err(_) => json!(bytes),
    }
}

fn bytes(value: &Value) -> Option<Vec<u8>> {
    match value {
        Value::String(text) => Some(text.clone().into_bytes()),
        Value::Array(numbers) => {
            let bytes = numbers
                .iter()
                .map(|number| number.as_u64()?.try_into().ok());
            bytes.collect()
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, Ended, Exchange, Received, Secrets};
    use crate::runtime::Secret;
    use serde_json::json;

    #[test]
    fn secrets_are_masked_across_pieces() {
        let secrets = Secrets(vec![Secret::from("key-1"), Secret::from("a\"b c")]);
        let pieces = [&b"x key-"[..], b"1 y", b" a\\\"b c a%22b%20c", b" ke"];
        let clean = secrets.out_of_pieces(&pieces);
        let text: Vec<_> = clean
            .iter()
            .map(|piece| String::from_utf8_lossy(piece))
            .collect();
        assert_eq!(text, ["x [secret]", " y", " [secret] [secret]", " ke"]);
    }

    #[test]
    fn queries_and_headers_lose_what_is_called_a_secret() {
        let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let request = http::Request::builder()
            .uri("/p?api_token=abc&page=2&q=other-key")
            .header("x-gateway-key", "other-key")
            .body(bytes::Bytes::new())
            .unwrap();
        let mut request = Received::of(&request);
        request
            .headers
            .push(header("authorization", "Bearer tttttt"));
        let (asked, secrets) = Asked::new(&request);
        assert_eq!(asked.query, "api_token=[secret]&page=2&q=[secret]");
        assert_eq!(secrets.out_of("is tttttt Bearer?"), "is [secret] Bearer?");
    }

    #[test]
    fn lines_come_back() {
        let exchange = Exchange {
            asked: Asked {
                method: "POST".to_owned(),
                path: "/p".to_owned(),
                query: String::new(),
                body: json!({"a": [1, null]}),
            },
            status: 200,
            headers: vec![("content-type".to_owned(), "text/event-stream".to_owned())],
            pieces: vec![b"data: \xE2".to_vec(), b"\x82\xAC\n\n".to_vec()],
            ended: Ended::Cut,
        };
        assert_eq!(Exchange::parse(exchange.line().trim()), Some(exchange));
        assert_eq!(Exchange::parse("{}"), None);
    }
}
