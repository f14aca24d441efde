//! Values beside the limits of a schema: a limit that moved tells them apart, where others would not.

use super::instances::{fits, instances};
use super::{Additional, Limits, Schema};
use crate::source::{Document, Node, Site};

/// Words and lists beyond this are not made.
const LONGEST: usize = 4_000;

/// How many items are tried for a list.
const ITEMS: u64 = 16;

/// Values of the schema at `site` that stand at or beside its limits, or those of `other`, which is
/// what the schema was or became.
pub fn borders(document: &Document, site: &Site<'_>, other: &Site<'_>) -> Vec<Node> {
    let schema = Schema::read(site.clone());
    let other = Schema::read(other.clone());
    let limits = [&schema.limits, &other.limits];
    let mut found = numbers(&limits);
    found.extend(words(document, site, &limits));
    found.extend(lists(document, &schema, &limits));
    found.extend(maps(document, &schema, &limits));
    found.retain(|value| fits(document, site, value));
    found
}

fn numbers(limits: &[&Limits<'_>]) -> Vec<Node> {
    let bounds = limits
        .iter()
        .flat_map(|limits| [limits.minimum, limits.maximum]);
    let mut found = Vec::new();
    for bound in bounds.flatten() {
        if let Some(whole) = bound.as_int() {
            let near = [-1, 0, 1].map(|step| whole.saturating_add(step));
            found.extend(near.map(Node::Int));
        }
        if let Some(number) = bound.as_f64() {
            let near = [-0.5, 0.0, 0.5].map(|step| number + step);
            found.extend(near.map(fraction));
        }
    }
    for step in limits.iter().filter_map(|limits| limits.multiple_of) {
        if let Some(step) = step.as_int() {
            found.extend([1, 2, 3, 5].map(|count| Node::Int(step.saturating_mul(count))));
        } else if let Some(step) = step.as_f64() {
            found.extend([1.0, 2.0, 3.0].map(|count| fraction(step * count)));
        }
    }
    found
}

fn fraction(number: f64) -> Node {
    Node::Number(format!("{number:?}").into())
}

/// The lengths beside those that are asked for, the shortest first.
fn lengths(asked: impl Iterator<Item = Option<i128>>) -> Vec<usize> {
    let near = asked
        .flatten()
        .flat_map(|length| [length.saturating_sub(1), length, length.saturating_add(1)]);
    let mut found: Vec<usize> = near
        .filter_map(|length| usize::try_from(length).ok())
        .collect();
    found.retain(|length| *length <= LONGEST);
    found.sort_unstable();
    found.dedup();
    found
}

/// Words of these lengths: of one letter, and what other words of the schema begin or go on with.
fn words(document: &Document, site: &Site<'_>, limits: &[&Limits<'_>]) -> Vec<Node> {
    let asked = limits
        .iter()
        .flat_map(|limits| [limits.min_length, limits.max_length]);
    let lengths = lengths(asked);
    if lengths.is_empty() {
        return Vec::new();
    }
    let samples = instances(document, site, ITEMS);
    let mut starts: Vec<String> = vec!["a".to_owned()];
    starts.extend(
        samples
            .iter()
            .filter_map(|value| value.as_str().map(str::to_owned)),
    );
    let mut found = Vec::new();
    for start in &starts {
        // The last letter goes on: patterns often end with a class of them.
        let last = start.chars().last().unwrap_or('a');
        for length in &lengths {
            let text: String = start
                .chars()
                .chain(std::iter::repeat(last))
                .take(*length)
                .collect();
            found.push(Node::Str(text.into()));
        }
    }
    found
}

fn lists(document: &Document, schema: &Schema<'_>, limits: &[&Limits<'_>]) -> Vec<Node> {
    let asked = limits
        .iter()
        .flat_map(|limits| [limits.min_items, limits.max_items]);
    let mut lengths = lengths(asked);
    if limits.iter().any(|limits| limits.unique) {
        lengths.push(2);
    }
    if lengths.is_empty() {
        return Vec::new();
    }
    let samples = match &schema.items {
        Some(items) => instances(document, items, ITEMS),
        None => Vec::new(),
    };
    let same = samples.first().cloned().unwrap_or(Node::Int(1));
    let same = lengths
        .iter()
        .map(|length| Node::List(vec![same.clone(); *length]));
    let distinct = lengths.iter().filter(|length| **length <= samples.len());
    let distinct =
        distinct.map(|length| Node::List(samples.iter().take(*length).cloned().collect()));
    distinct.chain(same).collect()
}

fn maps(document: &Document, schema: &Schema<'_>, limits: &[&Limits<'_>]) -> Vec<Node> {
    let asked = limits
        .iter()
        .flat_map(|limits| [limits.min_properties, limits.max_properties]);
    let lengths = lengths(asked);
    if lengths.is_empty() {
        return Vec::new();
    }
    let rest = match &schema.additional {
        Additional::Of(site) => instances(document, site, 1).pop(),
        Additional::Nothing => None,
        Additional::Unsaid | Additional::Anything(_) => Some(Node::Int(1)),
    };
    let needed = instances(document, &schema.site, 2);
    let mut found = Vec::new();
    for start in needed
        .iter()
        .map(|value| value.members().to_vec())
        .chain([Vec::new()])
    {
        for length in &lengths {
            let mut members = start.clone();
            let more = rest
                .iter()
                .cycle()
                .take(length.saturating_sub(members.len()));
            let names = (1..).map(|number| format!("k{number}").into());
            members.extend(names.zip(more.cloned()));
            if members.len() == *length {
                found.push(Node::Map(members));
            }
        }
    }
    found
}
