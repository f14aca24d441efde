//! What a method is called with, made from the document.

use generator::emit::Callable;
use generator::ir::BodyKind;
use generator::lower::json_line;
use generator::openapi::{Media, instances};
use generator::source::{Document, Site};
use serde_json::json;

use super::followed;

/// How many values are tried for each argument.
const TRIED: u64 = 4;

/// What a method is given, as JSON: its required parameters, then its body.
pub(super) fn given(document: &Document, call: Callable<'_>) -> Result<String, String> {
    let mut given = Vec::new();
    for param in call.endpoint.params.iter().filter(|param| param.required) {
        let wire = param.name.wire();
        let node = document
            .node(&param.at)
            .ok_or_else(|| format!("`{wire}` is nowhere"))?;
        let place = param.at.clone();
        let site = followed(document, Site { node, place });
        let content = site
            .get("content")
            .and_then(|content| Some(content.members().next()?.1));
        let schema = site
            .get("schema")
            .or_else(|| followed(document, content?).get("schema"));
        given.push(
            first(document, schema)
                .ok_or_else(|| format!("no value of the parameter `{wire}` can be made"))?,
        );
    }
    if let Some(body) = call.body {
        given.push(match &body.kind {
            BodyKind::Text | BodyKind::Bytes => json!("plain bytes, é").to_string(),
            BodyKind::Json(_) | BodyKind::Form(..) | BodyKind::Multipart(..) => {
                let node = document
                    .node(&call.endpoint.place)
                    .ok_or("the operation is nowhere")?;
                let place = call.endpoint.place.clone();
                let schema = body_schema(document, &Site { node, place }, &body.media);
                first(document, schema)
                    .ok_or_else(|| format!("no value of the body `{}` can be made", body.media))?
            }
        });
    }
    Ok(given.join(", "))
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

/// The first value of a schema; an object where there is no schema.
fn first(document: &Document, schema: Option<Site<'_>>) -> Option<String> {
    let Some(schema) = schema else {
        return Some("{}".to_owned());
    };
    let values = instances::instances(document, &schema, TRIED);
    values.first().map(json_line)
}
