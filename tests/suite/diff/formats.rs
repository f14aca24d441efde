//! The formats that are looked at: annotations and a page; and changes that were accepted.

use generator::diff;
use generator::source::{LoadOptions, load_data};
use tests::cases::{Case, Outputs, cases, walk};

use super::{VERSION, compare, sides};

fn outputs(case: &Case) -> Outputs {
    let (old, new) = sides(case);
    let mut found = compare(&old, &new);
    if case.text("accepted.yaml").is_some() {
        let file = load_data(&case.path("accepted.yaml"), &LoadOptions::default())
            .unwrap_or_else(|report| panic!("{}: {report}", case.name));
        if let Err(wrong) = found.accept(&file) {
            let text = case.portable(&format!("{}\n", wrong.join("\n")));
            return [("expected/refused.txt".to_owned(), text)].into();
        }
    }
    let next = found.next_version(VERSION);
    let versions = (VERSION, next.as_str());
    let (one, two) = (old.side(), new.side());
    [
        ("expected/diff.txt", diff::text(&found, one, two, versions)),
        ("expected/github.txt", diff::github(&found, two, versions)),
        ("expected/page.html", diff::html(&found, one, two, versions)),
    ]
    .map(|(name, text)| (name.to_owned(), text))
    .into()
}

#[test]
fn every_format_reads_as_expected() {
    walk("diff-formats", outputs);
}

/// A page is whole by itself: it names nothing to load, and what a document says stays text.
#[test]
fn a_page_needs_nothing_else() {
    for case in cases("diff-formats") {
        let (old, new) = sides(&case);
        let found = compare(&old, &new);
        let page = diff::html(&found, old.side(), new.side(), (VERSION, VERSION));
        for sign in [
            "://", "src=", "href=", "@import", "url(", "fetch(", "<b>bold",
        ] {
            assert!(
                !page.contains(sign),
                "{}: `{sign}` is in the page",
                case.name
            );
        }
        let articles = page.matches("<article ").count();
        assert_eq!(articles, found.findings.len(), "{}", case.name);
    }
}
