//! Refusals: every case of `cases/refuse` is a document and the exact report that refuses it.

use generator::lower::{self, Options};
use generator::source::{self, LoadOptions};
use tests::cases::{self, Case, Outputs};

/// A case holds `schema.yaml` (or `.json`), the report in `report.txt`, and `options.txt` with
/// `foreign` in it where the document is not one's own and is refused all the same.
#[test]
fn cases() {
    cases::walk("refuse", |case| {
        Outputs::from([("report.txt".to_owned(), case.portable(&refusal(case)))])
    });
}

/// The report on the document of a case, which must be refused.
fn refusal(case: &Case) -> String {
    let path = case.first(&["schema.yaml", "schema.json"]);
    let words = case.text("options.txt").unwrap_or_default();
    let only = words.lines().filter_map(|line| line.strip_prefix("only "));
    let options = Options {
        strict: !words.contains("foreign"),
        only: only
            .map(|text| text.parse().expect("any text is a selector"))
            .collect(),
        ..Options::default()
    };
    let report = match source::load(&path, &LoadOptions::default()) {
        Err(report) => report,
        Ok(document) => match lower::lower(&document, &options) {
            Err(report) => report,
            Ok(lowered) => panic!("{} is not refused:\n{}", case.name, lowered.report),
        },
    };
    assert!(
        report.has_errors(),
        "{} is refused without an error",
        case.name
    );
    report.to_string()
}
