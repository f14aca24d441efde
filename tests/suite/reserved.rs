//! Names that emitted methods stay clear of: the lists hold every method the runtime has.

use generator::ir::reserved;
use tests::workspace::{files, root};

#[test]
fn the_lists_hold_every_method_of_client_and_call() {
    let mut missing = Vec::new();
    for (of, list) in [("Client", reserved::CLIENT), ("Call", reserved::CALL)] {
        let methods = methods(of);
        assert!(methods.len() > 2, "methods of {of} found: {methods:?}");
        missing.extend(
            methods
                .into_iter()
                .filter(|name| !list.contains(&name.as_str()))
                .map(|name| format!("{of}::{name}")),
        );
    }
    assert!(
        missing.is_empty(),
        "add to generator/src/ir/reserved.rs: {missing:?}"
    );
}

/// The methods of the hand-written `impl` blocks of a type, those of the API left out.
fn methods(of: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in files(&root().join("generated/src")) {
        if path.starts_with("api/") {
            continue;
        }
        let text = String::from_utf8(text).expect("sources are UTF-8");
        let mut within = false;
        for line in text.lines() {
            if line.starts_with("impl") {
                within = is_of(line, of);
            } else if line.starts_with('}') {
                within = false;
            } else if within && let Some(name) = method(line) {
                found.push(name.to_owned());
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

/// Whether a line opens an inherent `impl` of a type.
fn is_of(line: &str, of: &str) -> bool {
    !line.contains(" for ")
        && line
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| word == of)
}

/// The name of the method that a line of an `impl` block begins.
fn method(line: &str) -> Option<&str> {
    let line = line.strip_prefix("    ")?;
    let (before, after) = line.split_once("fn ")?;
    let words = ["pub", "pub(crate)", "pub(super)", "const", "async"];
    before
        .split_whitespace()
        .all(|word| words.contains(&word))
        .then(|| after.split(['(', '<']).next().unwrap_or(after))
}
