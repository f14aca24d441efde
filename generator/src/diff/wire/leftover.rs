//! The safety net: keywords that differ and that no rule has looked at.

use super::build::same_value;
use super::form::Word;
use super::pairs::Findings;
use crate::diff::kind::Kind;
use crate::source::Site;

/// The kind of a change of a keyword that no rule knows.
pub(super) fn kind(key: &str) -> Kind {
    if key.starts_with("x-") {
        Kind::ExtensionChanged
    } else {
        Kind::Unclassified
    }
}

/// Reports every keyword of two objects that differs and is not in `known`.
pub(super) fn compare(old: &Site<'_>, new: &Site<'_>, known: &[&str], found: &mut Findings) {
    let mut seen = Vec::new();
    for (key, site) in old.members().chain(new.members()) {
        if known.contains(&key) || seen.contains(&key) || is_prose(key) {
            continue;
        }
        seen.push(key);
        let (one, two) = (old.get(key).map(Word::from), new.get(key).map(Word::from));
        let same = match (&one, &two) {
            (Some(one), Some(two)) => same_value(one.node, two.node),
            _ => false,
        };
        if same {
            continue;
        }
        let place = |word: Option<Word<'_>>, at: &Site<'_>| {
            word.map_or_else(|| at.place.clone(), |word| word.place)
        };
        let message = format!("`{key}` changed, and no rule knows what that means");
        let at = (place(one, old), place(two, new));
        found.fact(
            kind(site.place.pointer.last().unwrap_or(key)),
            at.0,
            at.1,
            message,
        );
    }
}

/// Words that describe, of any object.
fn is_prose(key: &str) -> bool {
    matches!(
        key,
        "description"
            | "summary"
            | "example"
            | "examples"
            | "externalDocs"
            | "deprecated"
            | "links"
    )
}
