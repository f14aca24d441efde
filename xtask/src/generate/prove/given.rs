//! What a method is called with, made from the document.

use generator::emit::Callable;
use generator::ir::{Body, BodyKind, Endpoint, Param};
use generator::lower::json_line;
use generator::openapi::{Media, instances};
use generator::source::{Document, Node, Site};
use serde_json::Value;

use super::followed;
use super::sent::{self, Sent};

/// How many values are tried for each argument.
const TRIED: u64 = 4;

/// What a method is given.
pub(super) struct Given {
    /// The arguments as JSON: the required parameters, the body, and the optional parameters of a full call.
    pub(super) values: String,
    /// Whether all of them fit their schemas; else some are only of their form.
    pub(super) is_valid: bool,
    /// What must come over the wire.
    pub(super) sent: Value,
}

/// The arguments of a method, or which of them cannot be made.
pub(super) fn given(document: &Document, call: Callable<'_>) -> Result<Given, String> {
    let mut values = Vec::new();
    let mut is_valid = true;
    let mut sent = Sent::of(&call.endpoint.path);
    let mut body_sent = None;
    let mut give = |value: Option<(Node, bool)>, what: &str| {
        let (value, fits) = value.ok_or_else(|| format!("no value of `{what}` can be made"))?;
        values.push(json_line(&value));
        is_valid &= fits;
        Ok::<Node, String>(value)
    };
    for param in call.endpoint.params.iter().filter(|param| param.required) {
        let value = give(param_value(document, param), param.name.wire())?;
        sent.add(document, param, &value);
    }
    if let Some(body) = call.body {
        let entry = body_entry(document, call.endpoint, body);
        let value = give(body_value(document, body, entry.as_ref()), &body.media)?;
        let wanted = (body, entry.as_ref());
        body_sent = Some(sent::body(
            document,
            call.endpoint,
            call.streamed,
            wanted,
            &value,
        ));
    }
    let params = call.endpoint.params.iter().filter(|param| !param.required);
    for param in params.filter(|_| call.full) {
        let value = give(param_value(document, param), param.name.wire())?;
        sent.add(document, param, &value);
    }
    Ok(Given {
        values: values.join(", "),
        is_valid,
        sent: sent.json(body_sent.as_ref()),
    })
}

fn param_value(document: &Document, param: &Param) -> Option<(Node, bool)> {
    let node = document.node(&param.at)?;
    let place = param.at.clone();
    let site = followed(document, Site { node, place });
    let schema = site.get("schema").or_else(|| {
        let (_, content) = site.get("content")?.members().next()?;
        followed(document, content).get("schema")
    });
    // What nothing describes, and a name of the template that nothing declares, is a string.
    match schema.filter(|_| site.get("in").is_some()) {
        Some(schema) => first(document, Some(schema)),
        None => Some((Node::Str("text".into()), true)),
    }
}

fn body_value(document: &Document, body: &Body, entry: Option<&Site<'_>>) -> Option<(Node, bool)> {
    match &body.kind {
        BodyKind::Text | BodyKind::Bytes => Some((Node::Str("plain bytes, é".into()), true)),
        BodyKind::Json(_) | BodyKind::Form(..) | BodyKind::Multipart(..) => {
            let schema = entry.and_then(|it| it.get("schema").or_else(|| it.get("itemSchema")));
            first(document, schema)
        }
    }
}

/// The entry of a request body in its media type. Of several bodies that travel as one type (`*/*` goes as JSON) each
/// has its own entry.
fn body_entry<'d>(document: &'d Document, endpoint: &Endpoint, body: &Body) -> Option<Site<'d>> {
    let media = body.media.as_str();
    let mut same = endpoint.bodies.iter().filter(|other| other.media == media);
    let rank = same.position(|other| std::ptr::eq(other, body))?;
    let node = document.node(&endpoint.place)?;
    let place = endpoint.place.clone();
    let body = Site { node, place }.get("requestBody")?;
    let content = followed(document, body).get("content")?;
    let entries: Vec<(&str, Site<'d>)> = content.members().collect();
    let is_exact = |text: &str| text.trim() == media;
    let is_alike = |text: &str| {
        let kind = Media::of(text);
        !is_exact(text) && (kind == Media::of(media) || kind == Media::Any)
    };
    let exact = entries.iter().filter(|(text, _)| is_exact(text));
    let alike = entries.iter().filter(|(text, _)| is_alike(text));
    let fitting: Vec<_> = exact.chain(alike).collect();
    let (_, entry) = fitting.get(rank).or(fitting.first())?;
    Some(followed(document, entry.clone()))
}

/// The first value of a schema and that it fits, or one of its form; an object where there is no schema.
fn first(document: &Document, schema: Option<Site<'_>>) -> Option<(Node, bool)> {
    let Some(schema) = schema else {
        return Some((Node::Map(Vec::new()), true));
    };
    let values = instances::instances(document, &schema, TRIED);
    let some = |value: &Node| !matches!(value, Node::Null);
    let valid = values.iter().find(|value| some(value)).or(values.first());
    let valid = valid.map(|value| (value.clone(), true));
    valid.or_else(|| Some((instances::formed(document, &schema)?, false)))
}
