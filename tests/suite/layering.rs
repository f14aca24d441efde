//! Dependencies point down only: who may name whom, read from the sources themselves.

use std::collections::BTreeMap;
use std::fs;

use tests::workspace::{files, root};

/// The modules of `generator`, each with those it may name.
const FLOORS: &[(&str, &[&str])] = &[
    ("pointer", &[]),
    ("nearest", &[]),
    ("knots", &[]),
    ("parallel", &[]),
    ("diagnostic", &["pointer", "source"]),
    ("source", &["diagnostic", "nearest", "pointer"]),
    ("ir", &["pointer", "source"]),
    (
        "openapi",
        &["diagnostic", "ir", "nearest", "pointer", "source"],
    ),
    (
        "lower",
        &[
            "diagnostic",
            "ir",
            "knots",
            "nearest",
            "openapi",
            "pointer",
            "source",
        ],
    ),
    ("emit", &["ir", "parallel", "source"]),
    (
        "diff",
        &[
            "diagnostic",
            "ir",
            "knots",
            "nearest",
            "openapi",
            "pointer",
            "source",
        ],
    ),
    ("output", &["parallel"]),
];

/// Packages that are named only where this says, and really are.
const PACKAGES: &[(&str, &[&str])] = &[
    ("serde_yaml::", &["generator/src/source"]),
    ("libyaml_safer::", &["generator/src/source"]),
    (
        "openapiv3::",
        &["generator/src/openapi", "generator/src/lower"],
    ),
    ("quote!", &["generator/src/emit"]),
    ("proc_macro2::", &["generator/src/emit"]),
    ("syn::", &["generator/src/emit"]),
    ("prettyplease::", &["generator/src/emit"]),
    ("heck::", &["generator/src/ir/name"]),
    ("clap::", &["xtask/src"]),
    ("serde_json::", &["generator/src", "xtask/src"]),
    (
        "std::fs",
        &["generator/src/source", "generator/src/output", "xtask/src"],
    ),
];

/// The sources of the packages that make up the generator, by path.
fn sources() -> BTreeMap<String, String> {
    let of = |package: &str| {
        let folder = format!("{package}/src");
        let found = files(&root().join(&folder)).into_iter();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("sources are text");
        found
            .map(|(name, bytes)| (format!("{folder}/{name}"), text(bytes)))
            .collect::<Vec<_>>()
    };
    of("generator").into_iter().chain(of("xtask")).collect()
}

/// The lines that are code: documentation and comments may name what they like.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
}

/// The module of the crate's root that a file belongs to.
fn module(path: &str) -> Option<&str> {
    let below = path.strip_prefix("generator/src/")?;
    below.split(['/', '.']).next()
}

#[test]
fn floors_name_only_what_is_below_them() {
    let mut seen = Vec::new();
    for (path, text) in sources() {
        let Some(name) = module(&path).filter(|name| *name != "lib") else {
            continue;
        };
        let floor = FLOORS.iter().find(|(floor, _)| *floor == name);
        let (_, below) = floor.unwrap_or_else(|| panic!("{path} is on no floor"));
        seen.push(name.to_owned());
        for line in code(&text) {
            for named in line.split("crate::").skip(1) {
                let named = named.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
                let named = named.into_iter().next().unwrap_or_default();
                let known = FLOORS.iter().any(|(floor, _)| *floor == named);
                let allowed = named == name || !known || below.contains(&named);
                assert!(allowed, "{path} names the floor `{named}`:\n{line}");
            }
        }
    }
    assert!(seen.len() > FLOORS.len(), "hardly any source was read");
}

#[test]
fn packages_are_named_where_they_belong() {
    let sources = sources();
    for (package, places) in PACKAGES {
        let users = sources
            .iter()
            .filter(|(_, text)| code(text).any(|line| names(line, package)));
        let users: Vec<&String> = users.map(|(path, _)| path).collect();
        assert!(!users.is_empty(), "nobody uses {package}");
        for user in users {
            let belongs = places.iter().any(|place| user.starts_with(place));
            assert!(belongs, "{user} uses {package}");
        }
    }
}

/// Whether a line names a package, and not one whose name ends like it.
fn names(line: &str, package: &str) -> bool {
    line.match_indices(package).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
    })
}

#[test]
fn the_generator_and_its_commands_need_no_generated_crate() {
    let depends = |package: &str, on: &str| {
        let manifest = root().join(package).join("Cargo.toml");
        let text = fs::read_to_string(manifest).expect("a member has a manifest");
        text.lines()
            .any(|line| line.starts_with(&format!("{on}.")) || line.starts_with(&format!("{on} =")))
    };
    assert!(depends("xtask", "generator"), "the test sees dependencies");
    for (package, on) in [
        ("xtask", "generated"),
        ("generator", "generated"),
        ("generated", "generator"),
        ("generator", "clap"),
    ] {
        assert!(!depends(package, on), "{package} depends on {on}");
    }
}
