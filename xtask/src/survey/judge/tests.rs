//! Every case of `tests/cases/judge`: a line of the proof, what the program answered, and the verdict.

use std::fs;

use serde_json::Value;

use super::judged;
use crate::workspace;

#[test]
fn cases() {
    let folder = workspace::root().join("tests/cases/judge");
    let entries = fs::read_dir(&folder).expect("there are cases");
    let mut verdicts = Vec::new();
    for entry in entries {
        let case = entry.expect("a case can be read").path();
        let read = |file: &str| fs::read_to_string(case.join(file)).expect("a case has its files");
        let given: Value = serde_json::from_str(&read("case.json")).expect("a case is JSON");
        let verdict = judged(&given["line"].to_string(), &given["answer"].to_string());
        let verdict = verdict.unwrap_or_else(|| GOOD.to_owned());
        let expected = read("verdict.txt");
        assert_eq!(verdict, expected.trim_end(), "{}", case.display());
        verdicts.push(verdict);
    }
    // A judge that always says the same would be none.
    let good = verdicts.iter().filter(|verdict| *verdict == GOOD).count();
    assert!(good > 5 && verdicts.len() - good > 20, "{good} are good");
}

const GOOD: &str = "as it should be";
