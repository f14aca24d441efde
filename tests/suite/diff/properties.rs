//! What holds for every document and every edit.

use generator::diff::{self, Diff, Level};

use super::edits::{Model, Random, Writing};
use super::{Loaded, VERSION, compare};

/// How many random documents each property is tried on.
const ROUNDS: u64 = 40;

fn read(text: &str) -> Loaded {
    Loaded::read("random.yaml", text).unwrap_or_else(|report| panic!("{report}\n{text}"))
}

fn shown(found: &Diff, old: &Loaded, new: &Loaded) -> String {
    let next = found.next_version(VERSION);
    diff::text(found, old.side(), new.side(), (VERSION, &next))
}

/// Runs `check` on the documents of all rounds.
fn each(check: impl Fn(u64, &mut Random, Model)) {
    for seed in 0..ROUNDS {
        let mut random = Random::new(seed);
        let model = Model::random(&mut random);
        check(seed, &mut random, model);
    }
}

#[test]
fn a_document_does_not_differ_from_itself() {
    each(|seed, _, model| {
        let document = read(&model.write(Writing::default()));
        let found = compare(&document, &document);
        assert!(
            found.findings.is_empty(),
            "seed {seed}\n{}",
            shown(&found, &document, &document)
        );
    });
}

#[test]
fn the_way_a_document_is_written_means_nothing_on_the_wire() {
    let writings = [
        Writing {
            backwards: true,
            ..Writing::default()
        },
        Writing {
            inline: true,
            ..Writing::default()
        },
        Writing {
            wrapped: true,
            ..Writing::default()
        },
    ];
    each(|seed, _, model| {
        let plain = read(&model.write(Writing::default()));
        for writing in writings {
            let other = read(&model.write(writing));
            for (one, two) in [(&plain, &other), (&other, &plain)] {
                let found = compare(one, two);
                let wire = found.findings.iter().filter(|finding| {
                    finding.wire != Level::Compatible || !finding.operations.is_empty()
                });
                assert_eq!(
                    wire.count(),
                    0,
                    "seed {seed} {writing:?}\n{}",
                    shown(&found, one, two)
                );
            }
        }
    });
}

#[test]
fn the_order_of_members_means_nothing_to_callers() {
    each(|seed, _, model| {
        let plain = read(&model.write(Writing::default()));
        let other = read(&model.write(Writing {
            backwards: true,
            ..Writing::default()
        }));
        let found = compare(&plain, &other);
        assert!(
            found.findings.is_empty(),
            "seed {seed}\n{}",
            shown(&found, &plain, &other)
        );
    });
}

#[test]
fn yaml_and_json_are_one_document() {
    each(|seed, _, model| {
        let text = model.write(Writing::default());
        let plain = read(&text);
        let json = json_of(plain.document.root().node);
        let other = Loaded::read("random.json", &json).unwrap_or_else(|report| panic!("{report}"));
        let found = compare(&plain, &other);
        assert!(
            found.findings.is_empty(),
            "seed {seed}\n{}",
            shown(&found, &plain, &other)
        );
    });
}

#[test]
fn every_edit_is_found() {
    each(|seed, random, model| {
        let mut edited = model.clone();
        let what = edited.edit(random);
        let (old, new) = (
            read(&model.write(Writing::default())),
            read(&edited.write(Writing::default())),
        );
        let found = compare(&old, &new);
        assert!(
            !found.findings.is_empty(),
            "seed {seed}: {what} is not found"
        );
    });
}

/// What an edit does to old clients of a new server, undoing it does to new clients of an old one.
#[test]
fn undoing_an_edit_mirrors_its_findings() {
    each(|seed, random, model| {
        let mut edited = model.clone();
        let what = edited.edit(random);
        let (old, new) = (
            read(&model.write(Writing::default())),
            read(&edited.write(Writing::default())),
        );
        let (there, back) = (compare(&old, &new), compare(&new, &old));
        let kinds = |found: &Diff, mirrored: bool| {
            let wire = found
                .findings
                .iter()
                .filter(|finding| !finding.operations.is_empty());
            let mut kinds: Vec<&str> = wire
                .map(|finding| {
                    if mirrored {
                        diff::mirror(finding.kind)
                    } else {
                        finding.kind
                    }
                })
                .map(diff::Kind::id)
                .collect();
            kinds.sort_unstable();
            kinds
        };
        assert_eq!(
            kinds(&there, true),
            kinds(&back, false),
            "seed {seed}: {what}"
        );
    });
}

#[test]
fn ten_runs_print_the_same_bytes() {
    let mut random = Random::new(7);
    let model = Model::random(&mut random);
    let mut edited = model.clone();
    for _ in 0..4 {
        edited.edit(&mut random);
    }
    let run = || {
        let (old, new) = (
            read(&model.write(Writing::default())),
            read(&edited.write(Writing::default())),
        );
        let found = compare(&old, &new);
        diff::json(&found, old.side(), new.side(), &found.next_version(VERSION))
    };
    let first = run();
    assert!(first.contains("\"id\""), "{first}");
    for _ in 0..9 {
        assert_eq!(first, run());
    }
}

/// A node as JSON.
pub(super) fn json_of(node: &generator::source::Node) -> String {
    use generator::source::Node;
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    match node {
        Node::Null => "null".to_owned(),
        Node::Bool(value) => value.to_string(),
        Node::Int(value) => value.to_string(),
        Node::Number(text) => text.to_string(),
        Node::Str(text) => quoted(text),
        Node::List(elements) => {
            let each: Vec<String> = elements.iter().map(json_of).collect();
            format!("[{}]", each.join(","))
        }
        Node::Map(members) => {
            let each: Vec<String> = members
                .iter()
                .map(|(key, value)| format!("{}:{}", quoted(key), json_of(value)))
                .collect();
            format!("{{{}}}", each.join(","))
        }
    }
}
