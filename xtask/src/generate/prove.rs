//! What `survey --prove` needs of a crate: a program that reads values by its types, and the values.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;

use generator::emit;
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
    let mut types: HashMap<&Place, (usize, &str)> = HashMap::new();
    for (index, def) in emit::provable(api).enumerate() {
        let name = def.name.as_str();
        types.entry(&def.place).or_insert((index, name));
        let Some(node) = document.node(&def.place) else {
            continue;
        };
        let place = def.place.clone();
        let site = Site { node, place };
        for value in instances::instances(document, &site, VALUES) {
            push(&mut values, (index, name), &value);
        }
    }
    each_example(document, |schema, value| {
        let site = followed(document, schema.clone());
        if let Some(of) = types.get(&site.place)
            && instances::fits(document, &site, value.node)
        {
            push(&mut values, *of, &declared(document, &site, value.node));
        }
    });
    BTreeMap::from([
        (format!("examples/{package}.rs"), emit::prove(api, package)),
        ("values.jsonl".to_owned(), values),
    ])
}

/// Adds a line; null is no value of a type, only of a place that may hold none.
fn push(values: &mut String, (index, name): (usize, &str), value: &Node) {
    if *value != Node::Null {
        let value = json_line(value);
        let _ = writeln!(values, "[{index}, {}, {value}]", serde_json::json!(name));
    }
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
