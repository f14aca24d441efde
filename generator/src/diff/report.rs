//! A diff as text: for a terminal, for a machine, for a pull request.

mod changelog;
mod json;
mod markdown;
mod rules;
mod text;

pub use changelog::changelog;
pub use json::json;
pub use markdown::markdown;
pub use rules::{explain, list};
pub use text::text;

use super::Finding;
use crate::source::{Document, Place};

/// Operations beyond this are counted.
const MOST_OPERATIONS: usize = 6;

/// `chat.yaml:12:3`.
fn position(document: &Document, place: &Place) -> String {
    let name = document.name(place.file);
    match document.locate_key(place) {
        Some(span) => format!("{name}:{}:{}", span.line, span.column),
        None => name.to_owned(),
    }
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
