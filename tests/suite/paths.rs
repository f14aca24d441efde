//! Guides name files that are there.

use std::fs;

use tests::workspace::root;

const GUIDES: [&str; 3] = ["README.md", "schema/README.md", ".github/CONTRIBUTING.md"];

/// Files that a maintainer writes when there is need of them.
const OPTIONAL: [&str; 2] = ["schema/accepted.yaml", "accepted.yaml"];

/// What stands in backquotes and looks like a path: it has a slash or a known extension, and nothing
/// that stands for something else.
fn paths(text: &str) -> Vec<&str> {
    let quoted = text.split('`').skip(1).step_by(2);
    let known = [".rs", ".md", ".toml", ".yaml", ".yml"];
    quoted
        .filter(|word| {
            !word.contains(|letter: char| letter.is_whitespace() || "<>*{}$:…()".contains(letter))
        })
        .filter(|word| {
            word.contains('/') || known.iter().any(|extension| word.ends_with(extension))
        })
        .filter(|word| {
            !word.starts_with(['/', '#'])
                && !word.starts_with("application/")
                && !word.starts_with("text/")
        })
        .collect()
}

#[test]
fn every_path_in_a_guide_exists() {
    for guide in GUIDES {
        let path = root().join(guide);
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{guide}: {error}"));
        let prose: String = text.split("```").step_by(2).collect();
        let folder = path.parent().expect("a guide is in a folder");
        let missing: Vec<&str> = paths(&prose)
            .into_iter()
            .filter(|name| !OPTIONAL.contains(name))
            .filter(|name| !folder.join(name).exists() && !root().join(name).exists())
            .collect();
        assert!(
            missing.is_empty(),
            "{guide} names what is not there: {missing:?}"
        );
    }
}

#[test]
fn the_test_sees_paths() {
    let text = "`a/b.rs`, `README.md`, `cargo test`, `text/event-stream`, `<x>/y`";
    assert_eq!(paths(text), ["a/b.rs", "README.md"]);
}
