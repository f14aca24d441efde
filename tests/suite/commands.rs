//! The command line: what it says, where it says it, and the codes it ends with.

use std::collections::BTreeSet;
use std::fs;

use tests::workspace::{Scratch, files, root};

const COMMANDS: [&str; 6] = ["generate", "check", "diff", "mock", "survey", "ci"];

#[test]
fn help_names_every_command_and_every_exit_code() {
    let here = Scratch::new("help");
    let said = here.xtask(["--help"]);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    for word in COMMANDS.into_iter().chain(["Exit codes: 0", "cargo xtask"]) {
        assert!(said.out.contains(word), "{word}\n{}", said.out);
    }
    for command in COMMANDS {
        let said = here.xtask([command, "--help"]);
        assert_eq!(said.code, Some(0), "{command}");
        assert!(
            said.out.contains(&format!("Usage: cargo xtask {command}")),
            "{}",
            said.out
        );
        assert!(!said.out.contains('\u{1b}'), "colours without a terminal");
    }
}

#[test]
fn a_question_that_cannot_be_asked_ends_with_2() {
    let here = Scratch::new("questions");
    let none: &[&str] = &[];
    for arguments in [
        none,
        &["generat"],
        &["generate", "--schema", "other.yaml"],
        &["generate", "--out", "x", "--name", "1"],
        &["generate", "--strict", "--foreign"],
        &["survey", "no-such-folder"],
        &["check", "--write"],
    ] {
        let said = here.xtask(arguments);
        assert_eq!(
            (said.code, said.out.as_str()),
            (Some(2), ""),
            "{arguments:?}"
        );
        assert!(!said.err.is_empty(), "{arguments:?}");
    }
    assert!(files(here.path()).is_empty());
}

#[test]
fn the_schema_is_good_and_has_nothing_to_say() {
    let copy = Scratch::of_workspace("good");
    let said = copy.xtask(["check"]);
    assert_eq!(
        (said.code, said.err.as_str()),
        (Some(0), ""),
        "{}",
        said.out
    );
    assert!(
        said.out.starts_with("schema/humanloop-v4.yaml: good, "),
        "{}",
        said.out
    );
}

#[test]
fn a_missing_schema_is_refused() {
    let here = Scratch::new("missing");
    let said = here.xtask(["check", "no-such.yaml"]);
    assert_eq!(said.code, Some(1));
    assert_eq!(said.out, "no-such.yaml: refused, 1 error\n");
    assert!(said.err.starts_with("error[E001]: "), "{}", said.err);
}

#[test]
fn the_keyword_table_of_the_readme_is_the_ledger() {
    let copy = Scratch::of_workspace("keywords");
    let said = copy.xtask(["check", "--keywords", "--write"]);
    assert_eq!(
        (said.code, said.err.as_str()),
        (Some(0), "schema/README.md is up to date\n")
    );
    let table = copy.xtask(["check", "--keywords"]);
    assert!(table.out.contains("| `operationId`") || table.out.contains("`operationId`,"));
    let readme =
        fs::read_to_string(copy.path().join("schema/README.md")).expect("there is a guide");
    assert!(readme.contains(&table.out));
}

/// What is embedded for crates of their own is what stands in the folder.
#[test]
fn every_runtime_file_is_embedded() {
    let list = root().join("xtask/src/generate/runtime.rs");
    let text = fs::read_to_string(list).expect("the list is there");
    let listed = text
        .lines()
        .filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix("\","));
    let listed: BTreeSet<String> = listed.map(str::to_owned).collect();
    let ours = |name: &String| {
        !["api/", "mock", "bin/"]
            .iter()
            .any(|other| name.starts_with(other))
    };
    let found = files(&root().join("generated/src"))
        .into_iter()
        .map(|(name, _)| name);
    assert_eq!(listed, found.filter(ours).collect());
}
