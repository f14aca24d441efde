//! Every edit of a document that the generator accepts is found, or there is a stated reason why it means nothing.

use std::collections::BTreeSet;

use generator::diff;
use generator::source::Node;
use tests::cases::cases;

use super::edits::Random;
use super::properties::json_of;
use super::{Loaded, compare};

/// How many edits of our own schema are tried, and a twentieth of it of each case; `DIFF_EDITS` says
/// another number.
const EDITS: usize = 40;

/// The steps to a node: positions among its siblings.
type Path = Vec<usize>;

fn paths(node: &Node, here: &mut Path, found: &mut Vec<Path>) {
    let children: Vec<&Node> = match node {
        Node::Map(members) => members.iter().map(|(_, member)| member).collect(),
        Node::List(elements) => elements.iter().collect(),
        _ => Vec::new(),
    };
    for (index, child) in children.into_iter().enumerate() {
        here.push(index);
        found.push(here.clone());
        paths(child, here, found);
        here.pop();
    }
}

/// What an edit does to a node.
#[derive(Debug, Clone, Copy)]
enum Edit {
    Remove,
    Change,
    Repeat,
}

/// The words on the way to a node.
fn words(root: &Node, path: &[usize]) -> Vec<String> {
    let mut node = root;
    let mut words = Vec::new();
    for step in path {
        match node {
            Node::Map(members) => {
                words.push(members[*step].0.to_string());
                node = &members[*step].1;
            }
            Node::List(elements) => {
                words.push(step.to_string());
                node = &elements[*step];
            }
            _ => {}
        }
    }
    words
}

/// The document after the edit; `None` when the edit does not apply.
fn edited(node: &Node, path: &[usize], edit: Edit) -> Option<Node> {
    let (step, rest) = path.split_first()?;
    let mut node = node.clone();
    match (&mut node, rest.is_empty(), edit) {
        (Node::Map(members), true, Edit::Remove) => {
            members.remove(*step);
        }
        (Node::List(elements), true, Edit::Remove) => {
            elements.remove(*step);
        }
        (Node::Map(members), true, Edit::Repeat) => {
            let (key, member) = members[*step].clone();
            if key.parse::<u16>().is_ok() {
                return None; // another status is no status
            }
            members.push((format!("{key}2").into(), member));
        }
        (Node::List(elements), true, Edit::Repeat) => {
            let element = changed(&elements[*step])?;
            elements.push(element);
        }
        (Node::Map(members), true, Edit::Change) => {
            members[*step].1 = changed(&members[*step].1)?;
        }
        (Node::List(elements), true, Edit::Change) => {
            elements[*step] = changed(&elements[*step])?;
        }
        (Node::Map(members), false, _) => {
            members[*step].1 = edited(&members[*step].1, rest, edit)?;
        }
        (Node::List(elements), false, _) => {
            elements[*step] = edited(&elements[*step], rest, edit)?;
        }
        _ => return None,
    }
    Some(node)
}

fn changed(node: &Node) -> Option<Node> {
    Some(match node {
        Node::Bool(value) => Node::Bool(!value),
        Node::Int(value) => Node::Int(value + 1),
        Node::Str(text) => match &**text {
            "string" => Node::Str("integer".into()),
            "integer" => Node::Str("number".into()),
            "query" => Node::Str("header".into()),
            text => Node::Str(format!("{text}x").into()),
        },
        Node::Null | Node::Number(_) | Node::List(_) | Node::Map(_) => return None,
    })
}

/// Tries edits of one document; returns those that nothing is said about.
fn audit(name: &str, text: &str, count: usize, silent: &mut BTreeSet<String>) -> usize {
    let Ok(old) = Loaded::read(name, text) else {
        return 0;
    };
    let root = old.document.root().node;
    let mut all = Vec::new();
    paths(root, &mut Vec::new(), &mut all);
    let mut random = Random::new(text.len() as u64);
    let mut tried = 0;
    for _ in 0..count {
        let path = &all[random.below(all.len())];
        let edit = [Edit::Remove, Edit::Change, Edit::Repeat][random.below(3)];
        let Some(new) = edited(root, path, edit) else {
            continue;
        };
        // What the generator refuses is not there to be compared.
        let Ok(new) = Loaded::read("edited.json", &json_of(&new)) else {
            continue;
        };
        tried += 1;
        let words = words(root, path);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        if compare(&old, &new).findings.is_empty() && diff::silence(&words).is_none() {
            silent.insert(format!("{name}: {edit:?} /{}", words.join("/")));
        }
    }
    tried
}

#[test]
fn every_edit_of_a_case_is_found_or_means_nothing() {
    let count = std::env::var("DIFF_EDITS").ok();
    let count = count.and_then(|text| text.parse().ok()).unwrap_or(EDITS);
    let mut silent = BTreeSet::new();
    let mut tried = 0;
    let own = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/humanloop-v4.yaml");
    let own = std::fs::read_to_string(own).expect("the schema");
    tried += audit("humanloop-v4.yaml", &own, count, &mut silent);
    for case in cases("diff") {
        let text = case.text("old.yaml").expect("an old side");
        tried += audit(&case.name, &text, count / 20, &mut silent);
    }
    assert!(tried > count, "{tried} edits were tried");
    assert!(
        silent.is_empty(),
        "{} of {tried} edits are passed over:\n{}",
        silent.len(),
        silent.into_iter().collect::<Vec<_>>().join("\n")
    );
}
