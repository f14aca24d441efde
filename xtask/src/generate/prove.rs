//! What `survey --prove` needs of a crate: a program that reads values by its types, and the values.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write;

use generator::emit;
use generator::ir::{Api, BodyKind, Switch, Type};
use generator::lower::json_line;
use generator::openapi::{Schema, declared, each_example, instances};
use generator::source::{Document, Node, Place, Site};

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
    for (index, def) in emit::provable(api).enumerate() {
        let name = def.name.as_str();
        // A type and the part of it that its children share stand in one place; the type is the first.
        if types.contains_key(&def.place) || is_part(&def.place) {
            continue;
        }
        types.insert(&def.place, (index, name));
        let Some(node) = document.node(&def.place) else {
            continue;
        };
        let place = def.place.clone();
        let site = Site { node, place };
        for value in instances::instances(document, &site, VALUES) {
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
    BTreeMap::from([
        (format!("examples/{package}.rs"), emit::prove(api, package)),
        ("values.jsonl".to_owned(), values),
    ])
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
        let value = json_line(&value);
        let _ = writeln!(values, "[{index}, {}, {value}]", serde_json::json!(name));
    }
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

/// What a chain of plain references leads to.
fn followed<'d>(document: &'d Document, mut site: Site<'d>) -> Site<'d> {
    for _ in 0..64 {
        let reference = Schema::read(site.clone()).reference;
        let target = reference.and_then(|it| document.resolve(site.place.file, it).ok());
        match target {
            Some(target) => site = target,
            None => break,
        }
    }
    site
}
