//! `diff --prove`: values that one side allows and the other refuses, which prove that the wire breaks.

use generator::diff::{Diff, Finding, Level};
use generator::lower::json_line;
use generator::openapi::borders::borders;
use generator::openapi::instances::{fits, instances};
use generator::pointer::Pointer;
use generator::source::{Document, Node, Place, Site};

use super::side::Loaded;

/// How many values of each schema are tried.
const VALUES: u64 = 48;
/// Values longer than this are cut.
const LONGEST: usize = 160;

/// Keys whose members are schemas, or words, but which are no schema themselves.
const LISTS: [&str; 8] = [
    "properties",
    "patternProperties",
    "required",
    "enum",
    "allOf",
    "oneOf",
    "anyOf",
    "schemas",
];

/// Prints a value for each break that has one.
pub(super) fn print(diff: &Diff, old: &Loaded, new: &Loaded) {
    let breaks = diff
        .findings
        .iter()
        .filter(|finding| finding.wire == Level::Breaking);
    for finding in breaks {
        if let Some((value, allows, refuses)) = example(finding, old.document(), new.document()) {
            let value = shortened(&json_line(&value));
            let message = &finding.message;
            anstream::eprintln!("proved: {message}: {allows} allows {value}, {refuses} refuses it");
        }
    }
}

/// A value at the place of a finding, or around it: who allows it, and who refuses it.
fn example(
    finding: &Finding,
    old: &Document,
    new: &Document,
) -> Option<(Node, &'static str, &'static str)> {
    let mut here = Some(deeper(&finding.old.pointer, &finding.new.pointer));
    while let Some(pointer) = here {
        let one = schema(old, &finding.old, &pointer);
        let two = schema(new, &finding.new, &pointer);
        if let (Some(one), Some(two)) = (one, two) {
            let differs = |from: &Document, site: &Site<'_>, to: &Document, other: &Site<'_>| {
                let values = instances(from, site, VALUES).into_iter();
                values
                    .chain(borders(from, site, other))
                    .filter(|value| !fits(to, other, value))
                    .min_by_key(|value| json_line(value).len())
            };
            if let Some(value) = differs(old, &one, new, &two) {
                return Some((value, "OLD", "NEW"));
            }
            if let Some(value) = differs(new, &two, old, &one) {
                return Some((value, "NEW", "OLD"));
            }
        }
        here = pointer.parent();
    }
    None
}

/// The pointer that says more.
fn deeper(one: &Pointer, two: &Pointer) -> Pointer {
    if one.depth() > two.depth() { one } else { two }.clone()
}

/// The schema at a pointer in the file of a place; `None` where none stands.
fn schema<'d>(document: &'d Document, near: &Place, pointer: &Pointer) -> Option<Site<'d>> {
    let words: Vec<&str> = pointer.tokens().collect();
    let is_component = matches!(&words[..], ["components", "schemas", _, ..]);
    let is_inline = words.contains(&"schema");
    let named = words.len() > 1 && words[words.len() - 2] == "properties";
    let is_list = words.last().is_none_or(|last| LISTS.contains(last)) && !named;
    if !(is_component || is_inline) || is_list {
        return None;
    }
    let place = Place {
        file: near.file,
        pointer: pointer.clone(),
    };
    let node = document
        .node(&place)
        .filter(|node| matches!(node, Node::Map(_)))?;
    Some(Site { node, place })
}

fn shortened(text: &str) -> String {
    let cut: String = text.chars().take(LONGEST).collect();
    if cut.len() < text.len() {
        format!("{cut}…")
    } else {
        cut
    }
}
