//! A change of the schema changes the files that are about it and no others.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use generator::emit::{self, Config};
use generator::lower::{Options, lower};
use generator::source::{self, Document, LoadOptions};
use tests::cases::{self, Outputs};
use tests::workspace::root;

/// A case is an overlay over the schema, and `changed.txt`: the files that it adds, changes and removes.
#[test]
fn cases() {
    let before = files(&schema());
    cases::walk("locality", |case| {
        let changed = source::apply_overlay(schema(), &case.path("overlay.yaml"));
        let changed = changed.unwrap_or_else(|report| panic!("{}:\n{report}", case.name));
        assert!(
            changed.warnings().is_empty(),
            "{}: the overlay has no effect",
            case.name
        );
        let text = difference(&before, &files(&changed));
        Outputs::from([("changed.txt".to_owned(), text)])
    });
}

fn schema() -> Document {
    let path = root().join("schema/humanloop-v4.yaml");
    source::load(Path::new(&path), &LoadOptions::default()).expect("the schema is good")
}

fn files(document: &Document) -> BTreeMap<String, String> {
    let options = Options {
        strict: true,
        ..Options::default()
    };
    let lowered = lower(document, &options).unwrap_or_else(|report| panic!("{report}"));
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
