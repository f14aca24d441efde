//! What a method is called with, made from the document.

use generator::emit::Callable;
use generator::ir::{Body, BodyKind, Endpoint, Param};
use generator::lower::json_line;
use generator::openapi::{Media, instances};
use generator::source::{Document, Node, Site};

use super::followed;

/// How many values are tried for each argument.
const TRIED: u64 = 4;

/// What a method is given.
pub(super) struct Given {
    /// The arguments as JSON: the required parameters, then the body.
    pub(super) values: String,
    /// Whether all of them fit their schemas; else some are only of their form.
    pub(super) is_valid: bool,
}

/// The arguments of a method, or which of them cannot be made.
pub(super) fn given(document: &Document, call: Callable<'_>) -> Result<Given, String> {
    let mut values = Vec::new();
    let mut is_valid = true;
    let required = call.endpoint.params.iter().filter(|param| param.required);
    let params = required.map(|param| (param_value(document, param), param.name.wire()));
    let body = call.body.map(|body| {
        let value = body_value(document, call.endpoint, body);
        (value, body.media.as_str())
    });
    for (value, what) in params.chain(body) {
        let (value, fits) = value.ok_or_else(|| format!("no value of `{what}` can be made"))?;
        values.push(json_line(&value));
        is_valid &= fits;
    }
    Ok(Given {
        values: values.join(", "),
        is_valid,
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
    first(document, schema)
}

fn body_value(document: &Document, endpoint: &Endpoint, body: &Body) -> Option<(Node, bool)> {
    match &body.kind {
        BodyKind::Text | BodyKind::Bytes => Some((Node::Str("plain bytes, é".into()), true)),
        BodyKind::Json(_) | BodyKind::Form(..) | BodyKind::Multipart(..) => {
            let node = document.node(&endpoint.place)?;
            let place = endpoint.place.clone();
            let schema = body_schema(document, &Site { node, place }, &body.media);
            first(document, schema)
        }
    }
}

/// The schema of a request body in this media type.
fn body_schema<'d>(document: &'d Document, operation: &Site<'d>, media: &str) -> Option<Site<'d>> {
    let content = followed(document, operation.get("requestBody")?).get("content")?;
    let entries: Vec<(&str, Site<'d>)> = content.members().collect();
    let exact = entries.iter().find(|(text, _)| text.trim() == media);
    let alike = || {
        entries.iter().find(|(text, _)| {
            let kind = Media::of(text);
            kind == Media::of(media) || kind == Media::Any
        })
    };
    let (_, entry) = exact.or_else(alike)?;
    let entry = followed(document, entry.clone());
    entry.get("schema").or_else(|| entry.get("itemSchema"))
}

/// The first value of a schema and that it fits, or one of its form; an object where there is no schema.
fn first(document: &Document, schema: Option<Site<'_>>) -> Option<(Node, bool)> {
    let Some(schema) = schema else {
        return Some((Node::Map(Vec::new()), true));
    };
    let values = instances::instances(document, &schema, TRIED);
    let valid = values.into_iter().next().map(|value| (value, true));
    valid.or_else(|| Some((instances::formed(document, &schema)?, false)))
}
