//! What a change of the schema means: a case for each kind of change, and properties of all of them.

mod audit;
mod edits;
mod formats;
mod gathered;
mod properties;
mod prove;
mod witness;

use std::collections::BTreeSet;

use generator::diff::{self, Diff, Kind, Side};
use generator::lower::{Lowered, Options, lower};
use generator::source::{Document, LoadOptions, load_text};
use tests::cases::{Case, Outputs, cases, walk};

/// The version that every case starts from.
const VERSION: &str = "0.1.0";

/// A document and its model.
struct Loaded {
    document: Document,
    lowered: Lowered,
}

impl Loaded {
    /// Reads a document; the error is the report.
    fn read(name: &str, text: &str) -> Result<Self, String> {
        let document = load_text(name, text.to_owned(), &LoadOptions::default())
            .map_err(|report| report.to_string())?;
        let lowered = lower(&document, &Options::default()).map_err(|report| report.to_string())?;
        Ok(Self { document, lowered })
    }

    fn side(&self) -> Side<'_> {
        Side {
            document: &self.document,
            api: &self.lowered.api,
        }
    }
}

fn compare(old: &Loaded, new: &Loaded) -> Diff {
    diff::diff(old.side(), new.side())
}

/// The two documents of a case.
fn sides(case: &Case) -> (Loaded, Loaded) {
    let read = |file: &str| {
        let text = case
            .text(file)
            .unwrap_or_else(|| panic!("{} has no {file}", case.name));
        Loaded::read(file, &text).unwrap_or_else(|report| panic!("{}: {report}", case.name))
    };
    (read("old.yaml"), read("new.yaml"))
}

fn outputs(case: &Case) -> Outputs {
    let (old, new) = sides(case);
    let found = compare(&old, &new);
    let next = found.next_version(VERSION);
    let versions = (VERSION, next.as_str());
    let (one, two) = (old.side(), new.side());
    [
        ("expected/diff.txt", diff::text(&found, one, two, versions)),
        ("expected/diff.json", diff::json(&found, one, two, &next)),
        (
            "expected/diff.md",
            diff::markdown(&found, one, two, versions),
        ),
    ]
    .map(|(name, text)| (name.to_owned(), text))
    .into()
}

#[test]
fn every_kind_of_change_reads_as_expected() {
    walk("diff", outputs);
}

/// The ids that a diff speaks of.
fn ids(found: &Diff) -> BTreeSet<&'static str> {
    let own = found.findings.iter().map(|finding| finding.kind.id());
    let effects = found.findings.iter().flat_map(|finding| &finding.effects);
    own.chain(effects.map(|effect| effect.kind.id())).collect()
}

#[test]
fn every_kind_has_a_case_that_shows_it() {
    let cases = cases("diff");
    for kind in Kind::ALL {
        let case = cases.iter().find(|case| case.name == kind.id());
        let case = case.unwrap_or_else(|| panic!("no case is called `{kind}`"));
        let (old, new) = sides(case);
        let found = compare(&old, &new);
        assert!(
            ids(&found).contains(kind.id()),
            "`{kind}` is not in its own case"
        );
    }
}

#[test]
fn what_means_nothing_is_silent() {
    let cases = cases("diff");
    let mut silent = cases
        .iter()
        .filter(|case| case.name.starts_with("silent-"))
        .peekable();
    assert!(silent.peek().is_some(), "no case is silent");
    for case in silent {
        let (old, new) = sides(case);
        assert!(compare(&old, &new).findings.is_empty(), "{}", case.name);
    }
}

#[test]
fn every_other_case_is_called_after_a_kind() {
    for case in cases("diff") {
        // What follows two dashes tells cases of one kind apart.
        let name = case.name.split("--").next().unwrap_or_default();
        let known = Kind::named(name).is_some() || name.starts_with("silent-");
        assert!(known, "no kind of change is called `{name}`");
    }
}

#[test]
fn ids_are_distinct_and_explained() {
    let mut seen = BTreeSet::new();
    for kind in Kind::ALL {
        assert!(seen.insert(kind.id()), "two kinds are called `{kind}`");
        let text = diff::explain(*kind);
        assert!(
            text.contains(kind.title()) && text.contains("in requests: "),
            "{text}"
        );
    }
    let list = diff::list();
    let (kinds, silent) = list.split_once("\n\n").expect("two lists");
    assert_eq!(kinds.lines().count(), Kind::ALL.len());
    assert!(silent.contains("info/**"), "{silent}");
}

#[test]
fn undoing_an_edit_twice_is_the_edit() {
    for kind in Kind::ALL {
        assert_eq!(diff::mirror(diff::mirror(*kind)), *kind);
    }
}

#[test]
fn versions_follow_cargos_rule() {
    use diff::Bump::{Major, Minor, None, Patch};
    let rows = [
        ("0.4.2", Major, "0.5.0"),
        ("0.4.2", Minor, "0.4.3"),
        ("0.4.2", Patch, "0.4.3"),
        ("0.4.2", None, "0.4.2"),
        ("0.0.3", Major, "0.0.4"),
        ("1.2.3", Major, "2.0.0"),
        ("1.2.3", Minor, "1.3.0"),
        ("1.2.3", Patch, "1.2.4"),
        ("next", Major, "next"),
    ];
    for (old, bump, next) in rows {
        assert_eq!(diff::next_version(old, bump), next, "{old} {bump:?}");
    }
}

/// The three numbers of a version.
fn numbers(version: &str) -> Option<[u64; 3]> {
    let each: Option<Vec<u64>> = version.split('.').map(|part| part.parse().ok()).collect();
    each?.try_into().ok()
}

/// The crate's version is at least what the changes since the newest release demand.
#[test]
fn the_version_keeps_up_with_the_schema() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let read = |path: &std::path::Path| {
        let text = std::fs::read_to_string(path)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Loaded::read(&path.display().to_string(), &text).unwrap_or_else(|report| panic!("{report}"))
    };
    let entries = std::fs::read_dir(root.join("schema/released")).expect("schema/released");
    let (released, path) = entries
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            Some((numbers(path.file_stem()?.to_str()?)?, path))
        })
        .max()
        .expect("a released schema");
    let (old, new) = (read(&path), read(&root.join("schema/humanloop-v4.yaml")));
    let found = compare(&old, &new);
    let was = released.map(|number| number.to_string()).join(".");
    let demanded = found.next_version(&was);
    // All packages of the workspace share one version, this one's.
    let version = env!("CARGO_PKG_VERSION");
    assert!(
        numbers(version) >= numbers(&demanded),
        "the crate is {version}, but the changes since {was} demand {demanded}: run `cargo xtask release`"
    );
}
