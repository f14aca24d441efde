//! A diff as text: for a terminal, for a machine, for a pull request.

mod changelog;
mod excerpt;
mod github;
mod html;
mod json;
mod markdown;
mod rules;
mod text;

pub use changelog::changelog;
pub use github::github;
pub use html::html;
pub use json::json;
pub use markdown::markdown;
pub use rules::{explain, list};
pub use text::text;

use super::{Diff, Finding, Level};
use crate::source::{Document, Place};

/// Operations beyond this are counted.
const MOST_OPERATIONS: usize = 6;

/// `chat.yaml:12:3`.
pub(super) fn position(document: &Document, place: &Place) -> String {
    let name = document.name(place.file);
    match document.locate_key(place) {
        Some(span) => format!("{name}:{}:{}", span.line, span.column),
        None => name.to_owned(),
    }
}

/// The findings by what they do to those who talk, the gravest first; those that were accepted last.
fn groups(diff: &Diff) -> [(&'static str, Vec<&Finding>); 4] {
    let open = |level| {
        let findings = diff.findings.iter();
        findings
            .filter(|finding| finding.wire == level && finding.accepted.is_none())
            .collect()
    };
    let accepted = diff.findings.iter().filter(|it| it.accepted.is_some());
    [
        ("breaks the wire", open(Level::Breaking)),
        ("to be judged", open(Level::Judge)),
        ("compatible on the wire", open(Level::Compatible)),
        ("accepted", accepted.collect()),
    ]
}

/// The operations a finding reaches, the first ones by name.
fn operations(finding: &Finding) -> Option<String> {
    let shown: Vec<&str> = finding
        .operations
        .iter()
        .take(MOST_OPERATIONS)
        .map(String::as_str)
        .collect();
    let rest = finding.operations.len().saturating_sub(MOST_OPERATIONS);
    match (shown.is_empty(), rest) {
        (true, _) => None,
        (false, 0) => Some(shown.join(", ")),
        (false, rest) => Some(format!("{} and {rest} more", shown.join(", "))),
    }
}
