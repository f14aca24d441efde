//! Lengths, counts and ranges.

use super::{equal, text};
use crate::openapi::Limits;
use crate::source::Node;

/// The limit that a value breaks; one is enough to say.
pub(super) fn broken(limits: &Limits<'_>, node: &Node) -> Option<String> {
    match node {
        Node::Int(_) | Node::Number(_) => number(limits, node),
        Node::Str(text) => count(
            text.chars().count(),
            (limits.min_length, limits.max_length),
            "characters",
        ),
        Node::List(elements) => {
            let bounds = (limits.min_items, limits.max_items);
            count(elements.len(), bounds, "elements").or_else(|| {
                let repeated = limits.unique && repeats(elements);
                repeated.then(|| "an element stands there twice".to_owned())
            })
        }
        Node::Map(members) => {
            let bounds = (limits.min_properties, limits.max_properties);
            count(members.len(), bounds, "members")
        }
        Node::Null | Node::Bool(_) => None,
    }
}

fn repeats(elements: &[Node]) -> bool {
    let mut rest = elements;
    while let Some((first, others)) = rest.split_first() {
        if others.iter().any(|other| equal(first, other)) {
            return true;
        }
        rest = others;
    }
    false
}

fn count(length: usize, (least, most): (Option<i128>, Option<i128>), what: &str) -> Option<String> {
    let length = i128::try_from(length).ok()?;
    if let Some(least) = least.filter(|least| length < *least) {
        return Some(format!("it has {length} of at least {least} {what}"));
    }
    let most = most.filter(|most| length > *most)?;
    Some(format!("it has {length} of at most {most} {what}"))
}

fn number(limits: &Limits<'_>, node: &Node) -> Option<String> {
    let value = node.as_f64()?;
    let shown = text::short(node);
    if let Some(least) = limits.minimum.and_then(Node::as_f64) {
        if value < least {
            return Some(format!("{shown} is less than `{least}`"));
        }
        if limits.above_minimum && value <= least {
            return Some(format!("{shown} is not more than `{least}`"));
        }
    }
    if let Some(most) = limits.maximum.and_then(Node::as_f64) {
        if value > most {
            return Some(format!("{shown} is more than `{most}`"));
        }
        if limits.below_maximum && value >= most {
            return Some(format!("{shown} is not less than `{most}`"));
        }
    }
    let step = limits.multiple_of.and_then(Node::as_int)?;
    let whole = node.as_int()?;
    (step != 0 && whole % step != 0).then(|| format!("{shown} is no multiple of `{step}`"))
}
