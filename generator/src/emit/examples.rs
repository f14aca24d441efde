//! Which of a document's examples documentation shows; `generate --report` lists the others.

use super::json;
use crate::ir::{Api, Docs, Endpoint, Example, Param, Shape};
use foldhash::HashSet;

/// How many lines of an example documentation has room for; longer ones stay in the document.
const LONGEST: usize = 60;

/// The same for what is sent, of which most callers need the constructor alone.
const LONGEST_REQUEST: usize = 12;

/// How long an example may be that stands in the line of an argument.
const LONGEST_ARGUMENT: usize = 60;

/// The lines of an example, where there is room for it.
pub(super) fn lines(example: &Example) -> Option<Vec<String>> {
    json::at_most(LONGEST, &example.json)
}

/// The example of what is sent: the first that there is room for.
pub(super) fn of_request(sent: &[Example]) -> Option<&Example> {
    let mut sent = sent.iter();
    sent.find(|one| json::at_most(LONGEST_REQUEST, &one.json).is_some())
}

/// The example of an argument: the first, where it is short.
pub(super) fn of_argument(param: &Param) -> Option<&Example> {
    let first = param.docs.examples.first();
    first.filter(|example| example.json.len() <= LONGEST_ARGUMENT)
}

/// The examples that documentation shows, each as JSON on one line.
pub fn shown(api: &Api) -> HashSet<&str> {
    let mut shown = HashSet::default();
    for (_, def) in api.types.iter() {
        add(&mut shown, &def.docs);
        of_members(&def.shape, &mut |docs| add(&mut shown, docs));
    }
    for endpoint in api.endpoints() {
        of_endpoint(&mut shown, endpoint);
    }
    shown
}

fn add<'a>(shown: &mut HashSet<&'a str>, docs: &'a Docs) {
    let examples = docs.examples.iter();
    let examples = examples.filter(|one| lines(one).is_some());
    shown.extend(examples.map(|one| one.json.as_str()));
}

fn of_members<'a>(shape: &'a Shape, add: &mut impl FnMut(&'a Docs)) {
    match shape {
        Shape::Struct(shape) => shape.fields.iter().for_each(|field| add(&field.docs)),
        Shape::Enum(shape) => shape.words.iter().for_each(|word| add(&word.docs)),
        Shape::Union(shape) => shape.variants.iter().for_each(|one| add(&one.docs)),
        Shape::Overlap(shape) => shape.parts.iter().for_each(|part| add(&part.docs)),
        Shape::Tuple(_) | Shape::Alias(_) | Shape::Newtype(_) => {}
    }
}

fn of_endpoint<'a>(shown: &mut HashSet<&'a str>, endpoint: &'a Endpoint) {
    add(shown, &endpoint.docs);
    if let Some(half) = endpoint.stream() {
        add(shown, &half.docs);
    }
    for param in &endpoint.params {
        if param.required {
            shown.extend(of_argument(param).map(|one| one.json.as_str()));
        } else {
            add(shown, &param.docs);
        }
    }
    for body in &endpoint.bodies {
        shown.extend(of_request(&body.docs.examples).map(|one| one.json.as_str()));
    }
}
