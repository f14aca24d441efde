//! The operations of a document, before anything is made of them.

use super::fault::read;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{StatusRange, Verb};
use crate::lower::context::Context;
use crate::openapi::{keywords::Object, status};
use crate::source::Site;
use openapiv3::{Operation, Responses};

/// An operation where it stands.
pub(super) struct Found<'d> {
    /// The path template.
    pub path: &'d str,
    pub verb: Verb,
    /// The path item: as it stands, and what its `$ref` points to.
    pub around: Vec<Site<'d>>,
    pub site: Site<'d>,
    pub words: Words,
}

/// What an operation says of itself in words. What else there is to read is read where it stands, and what else the
/// type of `openapiv3` has room for would be ten times as large.
pub(super) struct Words {
    pub operation_id: Option<String>,
    pub summary: Option<String>,
    pub description: Option<String>,
    pub tags: Vec<String>,
    pub deprecated: bool,
}

impl From<Operation> for Words {
    fn from(operation: Operation) -> Self {
        Self {
            operation_id: operation.operation_id,
            summary: operation.summary,
            description: operation.description,
            tags: operation.tags,
            deprecated: operation.deprecated,
        }
    }
}

impl<'d> Found<'d> {
    /// `operationId`, unless it is empty.
    pub(super) fn id(&self) -> Option<&str> {
        let id = self.words.operation_id.as_deref()?;
        id.contains(|c: char| c.is_alphanumeric()).then_some(id)
    }

    /// What all operations of the path have under `key`.
    pub(super) fn shared(&self, key: &str) -> Option<Site<'d>> {
        self.around.iter().find_map(|site| site.get(key))
    }
}

/// HTTP's methods as a path item names them.
const VERBS: [(&str, Verb); 9] = [
    ("get", Verb::Get),
    ("put", Verb::Put),
    ("post", Verb::Post),
    ("delete", Verb::Delete),
    ("options", Verb::Options),
    ("head", Verb::Head),
    ("patch", Verb::Patch),
    ("trace", Verb::Trace),
    ("query", Verb::Query),
];

/// Every operation under `paths`, in document order.
pub(super) fn operations<'d>(cx: &mut Context<'d>) -> Vec<Found<'d>> {
    let root = cx.document.root();
    if let Some(webhooks) = root
        .get("webhooks")
        .filter(|site| !site.node.members().is_empty())
    {
        ignored(
            cx,
            &webhooks,
            "webhooks are calls to you; nothing is generated for them",
        );
    }
    let Some(paths) = root.get("paths") else {
        return Vec::new();
    };
    super::template::judge(cx, &paths);
    let mut found = Vec::new();
    for (path, site) in paths.members().filter(|(key, _)| key.starts_with('/')) {
        of_path(cx, path, site, &mut found);
    }
    found
}

fn of_path<'d>(cx: &mut Context<'d>, path: &'d str, site: Site<'d>, found: &mut Vec<Found<'d>>) {
    let target = site.get("$ref").and_then(|_| cx.follow(site.clone()));
    let around: Vec<Site<'d>> = std::iter::once(site).chain(target).collect();
    for other in around
        .iter()
        .filter_map(|site| site.get("additionalOperations"))
    {
        ignored(cx, &other, "methods outside HTTP's own are not called");
    }
    let mut taken: Vec<Verb> = Vec::new();
    for item in &around {
        for (key, site) in item.members() {
            let Some((_, verb)) = VERBS.iter().find(|(word, _)| *word == key) else {
                continue;
            };
            if site.node.kind() == "object" && !taken.contains(verb) {
                taken.push(*verb);
                found.extend(operation(cx, path, *verb, &around, site));
            }
        }
    }
}

fn operation<'d>(
    cx: &mut Context<'d>,
    path: &'d str,
    verb: Verb,
    around: &[Site<'d>],
    site: Site<'d>,
) -> Option<Found<'d>> {
    if let Some(callbacks) = site
        .get("callbacks")
        .filter(|site| !site.node.members().is_empty())
    {
        ignored(
            cx,
            &callbacks,
            "callbacks are calls to you; nothing is generated for them",
        );
    }
    if is_upgrade(&site) {
        let message = "it only answers with a change of protocol, which this client does not speak";
        let warning = Diagnostic::warning(Code::Ignored, site.place.clone(), message);
        let help = "nothing is generated for it; describe an answer of 2xx if there is one";
        cx.report.push(warning.at_key().help(help));
        return None;
    }
    let responses = serde_json::to_value(Responses::default()).unwrap_or_default();
    let form: Operation = read(cx, &site, Object::Operation, &[("responses", responses)])?;
    Some(Found {
        path,
        verb,
        around: around.to_vec(),
        site,
        words: form.into(),
    })
}

/// Whether a connection is handed over (`101`, as for a WebSocket) and nothing else succeeds.
fn is_upgrade(operation: &Site<'_>) -> bool {
    let responses = operation.get("responses");
    let listed = responses.iter().flat_map(Site::members);
    let classes: Vec<u16> = listed
        .filter_map(|(key, _)| match status::parse(key)? {
            StatusRange::Exact(code) => Some(code / 100),
            StatusRange::Class(class) => Some(class.into()),
            StatusRange::Default => None,
        })
        .collect();
    classes.contains(&1) && !classes.contains(&2) && !classes.contains(&3)
}

fn ignored<'d>(cx: &mut Context<'d>, site: &Site<'d>, why: &str) {
    let note = Diagnostic::note(Code::Ignored, site.place.clone(), why);
    cx.report.push(note.at_key());
}
