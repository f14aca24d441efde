//! The examples of a document, each held against the schema it is an example of.

use super::keywords::Object;
use super::validate::{Direction, misfits};
use super::walk::walk;
use crate::diagnostic::{Code, Diagnostic, Report, Severity};
use crate::source::{Document, Node, Site};

/// How many misfits of one example are reported.
const SHOWN: usize = 5;

/// Judges every example of bodies, answers, events, parameters and schemas.
///
/// `severity` is what a misfit is: an error in a document of one's own.
/// Schemas of media types that are no JSON say nothing about the text of their examples.
pub fn check_examples(document: &Document, severity: Severity) -> Report {
    let mut report = Report::new();
    walk(document, |site, object, direction| {
        let Some(schema) = schema(site, object) else {
            return;
        };
        for (what, value) in examples(document, site, object) {
            let how = (direction, severity);
            report.extend(judge(document, &what, &value, &schema, how));
        }
    });
    report
}

/// Calls `visit` with each example of a document and the schema it is an example of.
pub fn each_example<'d>(document: &'d Document, mut visit: impl FnMut(&Site<'d>, &Site<'d>)) {
    walk(document, |site, object, _| {
        let Some(schema) = schema(site, object) else {
            return;
        };
        for (_, value) in examples(document, site, object) {
            visit(&schema, &value);
        }
    });
}

/// The schema that the examples at `site` are examples of.
fn schema<'d>(site: &Site<'d>, object: Object) -> Option<Site<'d>> {
    match object {
        Object::Schema => Some(site.clone()),
        Object::Parameter | Object::Header => site.get("schema"),
        Object::MediaType if speaks_of_values(site) => {
            site.get("schema").or_else(|| site.get("itemSchema"))
        }
        _ => None,
    }
}

/// Whether the schema of a media type speaks of the values of its examples, not of some text.
fn speaks_of_values(site: &Site<'_>) -> bool {
    let media = site.place.pointer.last().unwrap_or_default();
    let media = media.to_ascii_lowercase();
    let essence = media.split(';').next().unwrap_or_default().trim();
    matches!(
        essence,
        "application/x-www-form-urlencoded" | "text/event-stream"
    ) || essence.starts_with("multipart/")
        || essence.ends_with("json")
        || essence.ends_with("jsonl")
}

/// The examples at `site`, and what to call each.
fn examples<'d>(
    document: &'d Document,
    site: &Site<'d>,
    object: Object,
) -> Vec<(String, Site<'d>)> {
    let unnamed = || "the example".to_owned();
    let mut found: Vec<_> = site
        .get("example")
        .map(|value| (unnamed(), value))
        .into_iter()
        .collect();
    let Some(examples) = site.get("examples") else {
        return found;
    };
    if object == Object::Schema {
        found.extend(examples.elements().map(|value| (unnamed(), value)));
        return found;
    }
    for (name, example) in examples.members() {
        let example = followed(document, example);
        let value = example.get("value").or_else(|| example.get("dataValue"));
        found.extend(value.map(|value| (format!("the example `{name}`"), value)));
    }
    found
}

fn followed<'d>(document: &'d Document, example: Site<'d>) -> Site<'d> {
    let reference = example.node.get("$ref").and_then(Node::as_str);
    reference
        .and_then(|reference| document.resolve(example.place.file, reference).ok())
        .unwrap_or(example)
}

/// What of `value` does not fit, worded as findings.
fn judge(
    document: &Document,
    what: &str,
    value: &Site<'_>,
    schema: &Site<'_>,
    (direction, severity): (Direction, Severity),
) -> impl Iterator<Item = Diagnostic> {
    let found = misfits(document, schema, value, direction);
    found.into_iter().take(SHOWN).map(move |misfit| {
        let message = format!("{what} does not fit its schema: {}", misfit.message);
        Diagnostic::new(severity, Code::Example, misfit.place, message)
            .related(misfit.schema, "the schema that says so")
    })
}
