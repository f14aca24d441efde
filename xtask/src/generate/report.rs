//! `generate --report`: the places that stay raw JSON, the keywords without effect, and the examples that
//! documentation does not show.

use std::collections::BTreeMap;
use std::fmt::Write;

use generator::emit;
use generator::lower::json_line;
use generator::openapi::keywords::Effect;
use generator::openapi::{each_example, walk};
use generator::source::{Document, Place};

use crate::input::Understood;
use crate::terminal::count;

/// The report: one line for each place, counts by kind.
pub(super) fn text(understood: &Understood) -> String {
    let mut out = String::new();
    untyped(&mut out, understood);
    out.push('\n');
    without_effect(&mut out, &understood.document);
    out.push('\n');
    not_shown(&mut out, understood);
    out
}

/// The examples whose text stands nowhere in the documentation: those that are too long for it, or stand where
/// nothing is documented.
fn not_shown(out: &mut String, understood: &Understood) {
    let shown = emit::shown(&understood.lowered.api);
    let mut places = Vec::new();
    each_example(&understood.document, |_, value| {
        if !shown.contains(json_line(value.node).as_str()) {
            places.push(value.place.clone());
        }
    });
    places.sort();
    places.dedup();
    let _ = writeln!(out, "{} not shown", count(places.len(), "example"));
    list(out, &understood.document, places);
}

fn untyped(out: &mut String, understood: &Understood) {
    let mut kinds: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
    let all = &understood.lowered.untyped;
    for untyped in all {
        let places = kinds.entry(untyped.why).or_default();
        places.push(untyped.place.clone());
    }
    let _ = writeln!(out, "{} raw JSON", stay(all.len()));
    for (why, places) in kinds {
        let _ = writeln!(out, "\n{why}: {}", places.len());
        list(out, &understood.document, places);
    }
}

/// One line for each place, in the order of the files.
fn list(out: &mut String, document: &Document, mut places: Vec<Place>) {
    places.sort_by_key(|place| document.locate_key(place));
    for place in places {
        let _ = writeln!(out, "  {}", located(document, &place));
    }
}

fn stay(number: usize) -> String {
    match number {
        1 => "1 place stays".to_owned(),
        _ => format!("{} stay", count(number, "place")),
    }
}

/// Keywords that are there and change nothing, by name and reason, each with its first places.
fn without_effect(out: &mut String, document: &Document) {
    let mut kinds: BTreeMap<(&str, &str), Vec<Place>> = BTreeMap::new();
    walk(document, |site, object, _| {
        for (key, member) in site.members() {
            if let Some(keyword) = object.keyword(key)
                && let Effect::Noted(why) = keyword.effect
            {
                kinds
                    .entry((keyword.name, why))
                    .or_default()
                    .push(member.place);
            }
        }
    });
    let _ = writeln!(out, "{} without effect", count(kinds.len(), "keyword"));
    for ((name, why), places) in kinds {
        let _ = writeln!(out, "\n`{name}`: {}; {why}", places.len());
        list(out, document, places);
    }
}

fn located(document: &Document, place: &Place) -> String {
    let name = document.name(place.file);
    match document.locate_key(place) {
        Some(span) => format!(
            "{}:{}:{} {}",
            document.name(span.file),
            span.line,
            span.column,
            place.pointer
        ),
        None => format!("{name} {}", place.pointer),
    }
}
