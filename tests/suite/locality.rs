//! A change of the schema changes the files that are about it and no others.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use generator::emit::{self, Config};
use generator::lower::{Options, json_line, lower};
use generator::source::{self, Document, LoadOptions, Node};
use tests::cases::{self, Outputs};
use tests::workspace::root;

/// A case is an overlay over the schema, and `changed.txt`: the files that it adds, changes and removes.
#[test]
fn cases() {
    let strict = Options {
        strict: true,
        ..Options::default()
    };
    let before = files(&schema(), &strict);
    cases::walk("locality", |case| {
        let changed = source::apply_overlay(schema(), &case.path("overlay.yaml"));
        let changed = changed.unwrap_or_else(|report| panic!("{}:\n{report}", case.name));
        assert!(
            changed.warnings().is_empty(),
            "{}: the overlay has no effect",
            case.name
        );
        let text = difference(&before, &files(&changed, &strict));
        Outputs::from([("changed.txt".to_owned(), text)])
    });
}

/// The types of each document of `emit` are the same when its paths stand in another order, and when it has one more.
#[test]
fn neighbours_change_no_types() {
    let types = |document: &Document| {
        let mut files = files(document, &Options::default());
        files.retain(|path, _| path.starts_with("types/"));
        files
    };
    for case in cases::cases("emit") {
        let read = source::load_data(&case.path("schema.yaml"), &LoadOptions::default());
        let read = read.unwrap_or_else(|report| panic!("{}:\n{report}", case.name));
        let before = types(&loaded(read.root().node));
        for paths in [reversed, with_neighbour] {
            let after = types(&loaded(&paths(read.root().node)));
            let differing = difference(&before, &after);
            assert!(differing.is_empty(), "{}:\n{differing}", case.name);
        }
    }
}

fn loaded(root: &Node) -> Document {
    let document = source::load_text("schema.json", json_line(root), &LoadOptions::default());
    document.unwrap_or_else(|report| panic!("{report}"))
}

/// A document with its paths in the other order.
fn reversed(root: &Node) -> Node {
    with_paths(root, |paths| paths.reverse())
}

/// A document with one more path before all others.
fn with_neighbour(root: &Node) -> Node {
    let answers = map(
        "responses",
        map("204", map("description", Node::Str("Nothing".into()))),
    );
    with_paths(root, |paths| {
        paths.insert(0, ("/a/neighbour".into(), map("get", answers)));
    })
}

fn map(name: &str, value: Node) -> Node {
    Node::Map(vec![(name.into(), value)])
}

fn with_paths(root: &Node, change: impl FnOnce(&mut Vec<(Box<str>, Node)>)) -> Node {
    let mut root = root.clone();
    if let Node::Map(members) = &mut root
        && let Some((_, Node::Map(paths))) = members.iter_mut().find(|(name, _)| &**name == "paths")
        // Without any, all types are wanted.
        && !paths.is_empty()
    {
        change(paths);
    }
    root
}

fn schema() -> Document {
    let path = root().join("schema/humanloop-v4.yaml");
    source::load(Path::new(&path), &LoadOptions::default()).expect("the schema is good")
}

fn files(document: &Document, options: &Options) -> BTreeMap<String, String> {
    let lowered = lower(document, options).unwrap_or_else(|report| panic!("{report}"));
    let files = emit::emit(&lowered.api, &Config::default());
    files
        .into_iter()
        .map(|file| (file.path, file.text))
        .collect()
}

fn difference(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) -> String {
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let line = |name: &&String| match (before.get(*name), after.get(*name)) {
        (None, _) => Some(format!("added   {name}\n")),
        (_, None) => Some(format!("removed {name}\n")),
        (one, other) => (one != other).then(|| format!("changed {name}\n")),
    };
    names.iter().filter_map(line).collect()
}
