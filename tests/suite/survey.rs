//! `survey` over a folder with one document of each kind.

use tests::workspace::{Said, Scratch, root};

const HEADER: &str = "document\tverdict\tcheck\twarnings\tprove\toperations\ttypes\tlines\tuntyped\tgenerate_ms\tcheck_s\treason";

/// Surveys the folder in a workspace of its own.
fn survey(scratch: &Scratch, arguments: &[&str]) -> Said {
    let cases = root().join("tests/cases/survey");
    let folder = cases.join("folder").display().to_string();
    let expected = cases.join("expected.tsv").display().to_string();
    let words = arguments.iter().map(|word| {
        if *word == "EXPECTED" {
            &expected
        } else {
            *word
        }
    });
    scratch.xtask(["survey", &folder].into_iter().chain(words))
}

#[test]
fn a_row_says_what_became_of_a_document() {
    let scratch = Scratch::new("survey");
    let said = survey(&scratch, &["--format", "tsv"]);
    assert_eq!(said.code, Some(1), "{}", said.err);
    let rows: Vec<Vec<&str>> = said
        .out
        .lines()
        .map(|line| line.split('\t').collect())
        .collect();
    assert_eq!(said.out.lines().next(), Some(HEADER));
    assert_eq!(rows[1][..6], ["bad.json", "refused", "-", "0", "-", "0"]);
    let reason = "bad.json:1:74: [E034]: the path `ping` does not start with `/`";
    assert_eq!(rows[1][11], reason);
    assert_eq!(rows[2][..6], ["good.yaml", "generated", "-", "0", "-", "1"]);
    assert_eq!(said.err, "2 documents: 1 generated, 1 refused, 0 failed\n");
}

#[test]
fn what_was_expected_is_no_failure() {
    let scratch = Scratch::new("survey-expected");
    let said = survey(&scratch, &["--expect", "EXPECTED", "--format", "json"]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    let rows: serde_json::Value = serde_json::from_str(&said.out).expect("it is JSON");
    assert_eq!(rows[0]["document"], "bad.json");
    assert_eq!(rows[1]["operations"], 1);
}

#[test]
fn a_second_run_goes_on_from_the_first() {
    let scratch = Scratch::new("survey-again");
    let first = survey(&scratch, &["good.yaml", "--format", "tsv"]);
    assert_eq!(first.code, Some(0), "{}", first.err);
    let row = scratch
        .path()
        .join("target/survey/rows/survey-good-yaml.json");
    let kept = std::fs::read_to_string(&row).expect("a row is kept");
    let changed = kept.replace("\"types\":0", "\"types\":77");
    assert_ne!(kept, changed);
    std::fs::write(&row, changed).expect("it can be written");
    let again = survey(&scratch, &["good.yaml", "--format", "tsv"]);
    assert!(again.out.contains("\t77\t"), "{}", again.out);
    let fresh = survey(&scratch, &["good.yaml", "--format", "tsv", "--fresh"]);
    assert!(!fresh.out.contains("\t77\t"), "{}", fresh.out);
}

#[test]
fn a_document_that_takes_too_long_has_failed() {
    let scratch = Scratch::new("survey-slow");
    let said = survey(
        &scratch,
        &["good.yaml", "--timeout", "0", "--format", "tsv"],
    );
    assert_eq!(said.code, Some(1), "{}", said.err);
    assert!(said.out.contains("good.yaml\tfailed\t-"), "{}", said.out);
    assert!(said.out.contains("took longer than 0 s"), "{}", said.out);
}
