//! The bodies of a declared answer, valid by its schema.

use std::fmt::Write as _;

use generator::ir::{Endpoint, Framing, Scalar, Type};
use generator::lower::json_line;
use generator::openapi::{Media, Schema, essence, instances};
use generator::source::{Document, Node, Site};
use serde_json::json;

use super::followed;

/// How many values are made for each body.
const BODIES: u64 = 4;
/// How many of them are sent.
const SENT: usize = 2;
/// A body and the values that a client reads from it.
pub(super) struct Body {
    pub(super) media: String,
    pub(super) streamed: bool,
    pub(super) text: String,
    pub(super) values: Vec<String>,
    pub(super) is_json: bool,
}

/// The bodies of a response that the client asks for.
pub(super) fn bodies(
    document: &Document,
    endpoint: &Endpoint,
    operation: &Site<'_>,
    response: &Site<'_>,
    is_success: bool,
) -> Result<Vec<Body>, String> {
    let content = response.get("content");
    let entries: Vec<(&str, Media, Site<'_>)> = content
        .iter()
        .flat_map(Site::members)
        .map(|(text, site)| (text, Media::of(text), followed(document, site)))
        .collect();
    let is_stream = |media: Media| matches!(media, Media::Events | Media::Lines);
    let extension = operation.get("x-fern-streaming");
    let extension = |key: &str| extension.as_ref().and_then(|site| site.get(key));
    let mut found = Vec::new();
    let json = entries
        .iter()
        .find(|(text, ..)| essence(text) == "application/json");
    let json = json.or_else(|| entries.iter().find(|(_, media, _)| *media == Media::Json));
    let whole = json.or_else(|| entries.iter().find(|(_, media, _)| !is_stream(*media)));
    if let Some((text, media, site)) = whole {
        let schema = site.get("schema").or_else(|| site.get("itemSchema"));
        let schema = extension("response").filter(|_| is_success).or(schema);
        found.extend(whole_bodies(document, text, *media, schema)?);
    }
    if let Some(half) = endpoint.stream().filter(|_| is_success) {
        let stream = entries.iter().find(|(_, media, _)| is_stream(*media));
        let schema = match (extension("response-stream"), stream) {
            (Some(schema), _) => Some(Some(schema)),
            (None, Some((_, media, site))) => Some(event(document, *media, site)),
            (None, None) => None,
        };
        if let Some(schema) = schema {
            let media = stream.map_or(Media::Events, |(_, media, _)| *media);
            let text = stream.map_or("text/event-stream", |(text, ..)| *text);
            let is_text = half.event.ty == Type::Scalar(Scalar::String)
                && !half.event.nullable
                && half.framing == Framing::ServerSentEvents;
            found.push(stream_body(
                document,
                (text, media),
                schema.as_ref(),
                is_text,
            )?);
        }
    }
    Ok(found)
}

fn whole_bodies(
    document: &Document,
    text: &str,
    media: Media,
    schema: Option<Site<'_>>,
) -> Result<Vec<Body>, String> {
    let plain = |text: &str, media: &str| Body {
        media: media.to_owned(),
        streamed: false,
        text: text.to_owned(),
        values: vec![json!(text).to_string()],
        is_json: false,
    };
    let of_json = match media {
        Media::Json => true,
        Media::Any => schema
            .as_ref()
            .is_some_and(|schema| !is_text(document, schema)),
        _ => false,
    };
    let is_binary = schema
        .as_ref()
        .is_some_and(|schema| is_binary(document, schema));
    let concrete = if text.contains('*') {
        "application/octet-stream"
    } else {
        text
    };
    if !of_json || is_binary {
        return Ok(vec![plain("plain bytes, é", concrete)]);
    }
    let Some(schema) = schema else {
        let text = r#"{"free": [1]}"#.to_owned();
        return Ok(vec![Body {
            values: vec![text.clone()],
            is_json: true,
            ..plain(&text, text_of(media, concrete))
        }]);
    };
    let values = instances::instances(document, &schema, BODIES);
    if values.is_empty() {
        return Err(format!("no value of `{text}` can be made"));
    }
    let values = values.iter().take(SENT).map(json_line);
    Ok(values
        .map(|value| Body {
            values: vec![value.clone()],
            is_json: true,
            ..plain(&value, text_of(media, concrete))
        })
        .collect())
}

/// The media type of JSON, where a range of them is declared.
fn text_of(media: Media, concrete: &str) -> &str {
    if media == Media::Any {
        "application/json"
    } else {
        concrete
    }
}

/// Whether a schema is nothing but text, formats of bytes included.
fn is_text(document: &Document, schema: &Site<'_>) -> bool {
    let schema = Schema::read(super::followed(document, schema.clone()));
    let plain = matches!(schema.format, None | Some("byte" | "binary" | "base64"));
    plain && schema.values.is_none() && schema.types.is_some_and(|types| types.is_only("string"))
}

/// Whether a schema is bytes as they are.
pub(super) fn is_binary(document: &Document, schema: &Site<'_>) -> bool {
    let schema = Schema::read(super::followed(document, schema.clone()));
    schema.format == Some("binary") && schema.types.is_some_and(|types| types.is_only("string"))
}

/// The schema of one event of a stream.
fn event<'d>(document: &'d Document, media: Media, site: &Site<'d>) -> Option<Site<'d>> {
    if let Some(item) = site.get("itemSchema") {
        let lines = ["data", "event", "id", "retry"];
        let properties = followed(document, item.clone()).get("properties");
        let data = properties.filter(|site| {
            media == Media::Events && site.members().all(|(name, _)| lines.contains(&name))
        });
        let data = data.and_then(|site| Some(followed(document, site.get("data")?)));
        return data
            .map(|data| data.get("contentSchema").unwrap_or(data))
            .or(Some(item));
    }
    let schema = site.get("schema")?;
    let read = Schema::read(followed(document, schema.clone()));
    if read.types.is_some_and(|types| types.is_only("array"))
        && let Some(items) = read.items
    {
        return Some(items);
    }
    Some(schema)
}

fn stream_body(
    document: &Document,
    (text, media): (&str, Media),
    schema: Option<&Site<'_>>,
    is_text: bool,
) -> Result<Body, String> {
    let values = match schema {
        Some(schema) => instances::instances(document, schema, BODIES),
        None => vec![Node::Map(vec![("free".into(), Node::Int(1))])],
    };
    if values.is_empty() {
        return Err(format!("no event of `{text}` can be made"));
    }
    let mut body = String::new();
    for value in &values {
        let data = match value {
            Node::Str(text) if is_text => text.to_string(),
            value => json_line(value),
        };
        // Writing to a `String` cannot fail.
        let _ = match media {
            Media::Events => write!(body, "data: {data}\n\n"),
            _ => writeln!(body, "{data}"),
        };
    }
    Ok(Body {
        media: text.to_owned(),
        streamed: true,
        text: body,
        values: values.iter().map(json_line).collect(),
        is_json: true,
    })
}
