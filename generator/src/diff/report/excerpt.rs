//! The lines of a node beside those of its counterpart, with what differs marked.

use crate::diff::reach::is_within;
use crate::source::{Document, Place};

/// Lines beyond this are not shown of a node.
const MOST_LINES: usize = 14;

/// Stands for the lines that are not shown.
const CUT: &str = "…";

/// A line of a file, without the indentation that all lines shown have.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line<'d> {
    pub(super) number: usize,
    pub(super) text: &'d str,
    /// Whether the other side does not have it.
    pub(super) differs: bool,
}

/// The lines of one node on each side.
pub(super) fn excerpts<'d>(
    old: (&'d Document, &Place),
    new: (&'d Document, &Place),
) -> [Vec<Line<'d>>; 2] {
    let mut sides = [old, new].map(|(document, place)| of(document, place));
    let [one, two] = &mut sides;
    let (kept_old, kept_new) = match (old.1, new.1) {
        (a, b) if a.pointer == b.pointer => common(one, two),
        // What came or went is beside what it stands in.
        (a, b) if is_within(a, b) => (vec![false; one.len()], vec![true; two.len()]),
        (a, b) if is_within(b, a) => (vec![true; one.len()], vec![false; two.len()]),
        _ => common(one, two),
    };
    for (lines, kept) in [(one, kept_old), (two, kept_new)] {
        for (line, kept) in lines.iter_mut().zip(kept) {
            line.differs = !kept && line.text != CUT;
        }
    }
    sides
}

fn of<'d>(document: &'d Document, place: &Place) -> Vec<Line<'d>> {
    let Some(span) = document.locate_key(place) else {
        return Vec::new();
    };
    let first = usize::try_from(span.line).unwrap_or(1).max(1);
    let lines = node(document.text(span.file), first);
    let shared = lines
        .iter()
        .filter(|(_, line)| !line.trim().is_empty() && *line != CUT);
    let shared = shared.map(|(_, line)| depth(line)).min().unwrap_or(0);
    let each = lines.into_iter().map(|(number, line)| Line {
        number,
        text: line.get(shared..).unwrap_or(line.trim_start()).trim_end(),
        differs: false,
    });
    each.collect()
}

fn depth(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

/// A node's lines, with their numbers: those that are indented more than its first one.
fn node(text: &str, first: usize) -> Vec<(usize, &str)> {
    let mut lines = text.lines().zip(1..).skip(first - 1);
    let Some((head, number)) = lines.next() else {
        return Vec::new();
    };
    let outer = depth(head);
    let mut found = vec![(number, head)];
    for (line, number) in lines {
        let closes = line.trim_start().starts_with(['}', ']']) && depth(line) == outer;
        let is_list = line.trim_start().starts_with("- ") && depth(line) == outer;
        let within = line.trim().is_empty()
            || depth(line) > outer
            || closes
            || (is_list && !head.trim_start().starts_with("- "));
        if !within {
            break;
        }
        if found.len() == MOST_LINES {
            found.push((number, CUT));
            break;
        }
        found.push((number, line));
        if closes {
            break;
        }
    }
    while found.len() > 1 && found.last().is_some_and(|(_, line)| line.trim().is_empty()) {
        found.pop();
    }
    found
}

/// Which lines of either side are in the longest run of lines that both have in this order.
fn common(old: &[Line<'_>], new: &[Line<'_>]) -> (Vec<bool>, Vec<bool>) {
    let same = |one: usize, two: usize| words(old[one].text) == words(new[two].text);
    let mut longest = vec![vec![0; new.len() + 1]; old.len() + 1];
    for one in (0..old.len()).rev() {
        for two in (0..new.len()).rev() {
            longest[one][two] = if same(one, two) {
                longest[one + 1][two + 1] + 1
            } else {
                longest[one + 1][two].max(longest[one][two + 1])
            };
        }
    }
    let mut kept = (vec![false; old.len()], vec![false; new.len()]);
    let (mut one, mut two) = (0, 0);
    while one < old.len() && two < new.len() {
        if same(one, two) {
            (kept.0[one], kept.1[two]) = (true, true);
            (one, two) = (one + 1, two + 1);
        } else if longest[one + 1][two] >= longest[one][two + 1] {
            one += 1;
        } else {
            two += 1;
        }
    }
    kept
}

/// A line as both YAML and JSON have it.
fn words(line: &str) -> String {
    let bare = line.trim_end_matches([',', '{', '[', ' ']);
    bare.replace(['"', '\''], "")
}
