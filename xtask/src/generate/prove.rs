//! What `survey --prove` needs of a crate: a program that tries its types and calls, and what it is given.

mod answers;
mod bodies;
mod given;
mod sent;
mod style;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write as _;

use answers::Answer;
use generator::emit::{self, Callable};
use generator::ir::{Api, BodyKind, Discriminant, Endpoint, Reply, Shape, Switch, Type, TypeDef};
use generator::lower::json_line;
use generator::openapi::{declared, each_example, instances};
use generator::source::{Document, Node, Place, Site};
use given::Given;
use serde_json::json;

use crate::input::Understood;

/// How many values are made for each type.
const VALUES: u64 = 16;

/// The files, by their paths in the crate.
pub(super) fn files(understood: &Understood, package: Option<&str>) -> BTreeMap<String, String> {
    let package = package.unwrap_or_default();
    let (document, api) = (&understood.document, &understood.lowered.api);
    let mut values = String::new();
    let switches = switches(api);
    let mut types: HashMap<&Place, (usize, &str)> = HashMap::new();
    let mut seen = HashSet::new();
    for (index, def) in emit::provable(api).enumerate() {
        let name = def.name.as_str();
        let Some(node) = document.node(&def.place) else {
            continue;
        };
        let is_family = is_family(def, node);
        // A type and the part of it that its children share stand in one place; the type is the first.
        if is_part(&def.place) || !seen.insert((&def.place, is_family)) {
            continue;
        }
        let place = def.place.clone();
        let site = Site { node, place };
        let made = if is_family {
            types.insert(&def.place, (index, name));
            instances::of_family(document, &site, VALUES)
        } else {
            types.entry(&def.place).or_insert((index, name));
            instances::instances(document, &site, VALUES)
        };
        for value in made {
            push(&mut values, (index, name), &value, &switches);
        }
    }
    each_example(document, |schema, value| {
        let site = followed(document, schema.clone());
        if let Some(of) = types.get(&site.place)
            && instances::fits(document, &site, value.node)
        {
            let value = declared(document, &site, value.node);
            push(&mut values, *of, &value, &switches);
        }
    });
    push_calls(&mut values, document, api);
    BTreeMap::from([
        (format!("examples/{package}.rs"), emit::prove(api, package)),
        ("values.jsonl".to_owned(), values),
    ])
}

/// Whether a type is a component and all that extend it, told apart by what it inherits: the component alone is a
/// type of its own.
fn is_family(def: &TypeDef, node: &Node) -> bool {
    let is_told = matches!(
        &def.shape,
        Shape::Union(union) if matches!(union.discriminant, Discriminant::Property(_))
    );
    let has = |key: &str| node.get(key).is_some();
    is_told && has("allOf") && !["discriminator", "oneOf", "anyOf"].iter().any(|it| has(it))
}

/// Whether a schema is a part of another one: alone it says less than the type that it became.
fn is_part(place: &Place) -> bool {
    let mut tokens = place.pointer.tokens();
    tokens.any(|token| matches!(token, "allOf" | "anyOf" | "oneOf"))
}

/// Adds a line; null is no value of a type, only of a place that may hold none.
///
/// The flag that asks for a stream is none of a request's members: the method sets it.
fn push(
    values: &mut String,
    (index, name): (usize, &str),
    value: &Node,
    switches: &HashSet<(&str, &str)>,
) {
    let value = match value {
        Node::Map(members) => Node::Map(
            members
                .iter()
                .filter(|(member, _)| !switches.contains(&(name, &**member)))
                .cloned()
                .collect(),
        ),
        value => value.clone(),
    };
    if value != Node::Null {
        let (name, value) = (json!(name), json_line(&value));
        let _ = writeln!(
            values,
            r#"{{"type": {index}, "name": {name}, "value": {value}}}"#
        );
    }
}

/// Adds the lines of the calls: each answer that the document declares, for a method that can bring it.
fn push_calls(lines: &mut String, document: &Document, api: &Api) {
    let calls: Vec<(usize, Callable<'_>)> = emit::callable(api).enumerate().collect();
    let alike = |one: &Endpoint, two: &Endpoint| one.name == two.name;
    for calls in calls.chunk_by(|(_, one), (_, two)| alike(one.endpoint, two.endpoint)) {
        let Some((_, first)) = calls.first() else {
            continue;
        };
        let endpoint = first.endpoint;
        let answers = answers::answers(document, endpoint);
        for why in &answers.not_made {
            push_uncalled(lines, endpoint, why);
        }
        let mut left: Vec<&Answer> = answers.made.iter().collect();
        for (index, call) in calls {
            match given::given(document, *call) {
                Ok(given) => {
                    for answer in brought(*call, &answers.made, &mut left) {
                        push_call(lines, endpoint, (*index, &given), answer);
                    }
                }
                Err(why) => push_uncalled(lines, endpoint, &why),
            }
        }
        for answer in left {
            let why = format!("no method brings the answer {}", answer.status);
            push_uncalled(lines, endpoint, &why);
        }
    }
}

/// The answers that a method is tried with, taken from those that are left; a success that another one
/// had already, where none is.
fn brought<'a>(
    call: Callable<'_>,
    all: &'a [Answer],
    left: &mut Vec<&'a Answer>,
) -> Vec<&'a Answer> {
    let only_streams = matches!(call.endpoint.reply, Reply::Stream(_));
    let fits = |answer: &Answer| {
        answer.streamed == call.streamed && answer.is_success
            || !answer.is_success && (!call.streamed || only_streams)
    };
    let taken: Vec<&Answer> = left.extract_if(.., |answer| fits(answer)).collect();
    if taken.is_empty() {
        let again = |answer: &&Answer| answer.is_success && fits(answer);
        return all.iter().find(again).into_iter().collect();
    }
    taken
}

fn push_call(lines: &mut String, endpoint: &Endpoint, call: (usize, &Given), answer: &Answer) {
    let (
        index,
        Given {
            values,
            is_valid,
            sent,
        },
    ) = call;
    let verb = format!("{:?}", endpoint.verb).to_ascii_uppercase();
    let name = json!(format!("{verb} {} {}", endpoint.path, answer.status));
    let http = json!(answer.http);
    let expected = answer.expected(&verb, &endpoint.path);
    let _ = writeln!(
        lines,
        r#"{{"call": {index}, "name": {name}, "given": [{values}], "valid": {is_valid}, "answer": {http}, "sent": {sent}, "expected": {expected}}}"#
    );
}

/// Says that an answer or a call cannot be tried.
fn push_uncalled(lines: &mut String, endpoint: &Endpoint, why: &str) {
    let verb = format!("{:?}", endpoint.verb).to_ascii_uppercase();
    let line = json!({ "uncalled": format!("{verb} {}: {why}", endpoint.path) });
    let _ = writeln!(lines, "{line}");
}

/// The types of requests, each with the member that asks for a stream.
fn switches(api: &Api) -> HashSet<(&str, &str)> {
    let mut found = HashSet::new();
    for endpoint in api.endpoints() {
        let Some(Switch::BodyFlag(member)) = endpoint.stream().map(|half| &half.switch) else {
            continue;
        };
        for body in &endpoint.bodies {
            if let BodyKind::Json(item) = &body.kind
                && let Type::Named(id) = &item.ty
            {
                found.insert((api.types.get(*id).name.as_str(), member.as_str()));
            }
        }
    }
    found
}

/// What a chain of references leads to.
fn followed<'d>(document: &'d Document, mut site: Site<'d>) -> Site<'d> {
    for _ in 0..64 {
        let reference = ["$ref", "$dynamicRef"]
            .iter()
            .find_map(|key| site.node.get(key)?.as_str());
        let target = reference.and_then(|it| document.resolve(site.place.file, it).ok());
        match target {
            Some(target) => site = target,
            None => break,
        }
    }
    site
}
