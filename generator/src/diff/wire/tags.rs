//! Discriminators: the member that tells the alternatives of a union apart, and its values.

use super::form::{Form, Plain, Tags};
use super::pairs::Findings;
use crate::diff::kind::Kind;
use crate::source::{Node, Place};

/// The members of an object that have one possible value, as written inline.
pub(super) fn constants(plain: &Plain<'_>) -> Vec<(String, String)> {
    let single = |node: &Node| match (node.get("const"), node.get("enum").map(Node::elements)) {
        (Some(value), _) => Some(super::text::value(value)),
        (None, Some([only])) => Some(super::text::value(only)),
        _ => None,
    };
    plain
        .properties
        .iter()
        .filter_map(|property| {
            let value = property.sites.iter().find_map(|site| single(site.node))?;
            Some((property.name.to_owned(), value))
        })
        .collect()
}

pub(super) fn compare(
    old: &Form<'_>,
    new: &Form<'_>,
    places: &(Place, Place),
    found: &mut Findings,
) {
    match (&old.discriminator, &new.discriminator) {
        (None, None) => {}
        // A single alternative needs no telling apart.
        (Some(_), None) if new.alternatives.len() < 2 => {}
        (None, Some(_)) if old.alternatives.len() < 2 => {}
        (Some(one), None) => {
            let message = format!(
                "`{}` no longer tells the alternatives apart",
                one.read.property
            );
            let at = one.read.site.place.clone();
            found.fact(Kind::DiscriminatorRemoved, at, places.1.clone(), message);
        }
        (None, Some(two)) => {
            let message = format!("`{}` tells the alternatives apart", two.read.property);
            let at = two.read.site.place.clone();
            found.fact(Kind::DiscriminatorAdded, places.0.clone(), at, message);
        }
        (Some(one), Some(two)) => compare_tags(one, two, found),
    }
}

fn compare_tags(one: &Tags<'_>, two: &Tags<'_>, found: &mut Findings) {
    let known = ["propertyName", "mapping"];
    super::leftover::compare(&one.read.site, &two.read.site, &known, found);
    let places = || (one.read.site.place.clone(), two.read.site.place.clone());
    if one.read.property != two.read.property {
        let message = format!(
            "`{}` tells the alternatives apart, no longer `{}`",
            two.read.property, one.read.property
        );
        let (old, new) = places();
        found.fact(Kind::DiscriminatorRenamed, old, new, message);
    }
    let lost = missing(one, two);
    let gained = missing(two, one);
    let renamed = |target: &str, others: &[(String, String)]| {
        others.iter().find(|(_, other)| other == target).cloned()
    };
    for (value, target) in &lost {
        let still_there = two.values.iter().any(|(_, other)| other == target);
        if let Some((other, _)) = renamed(target, &gained) {
            let message = format!("the value for `{target}` changed from `{value}` to `{other}`");
            let (old, new) = places();
            found.fact(Kind::TagChanged, old, new, message);
        } else if still_there {
            let message = format!("the value `{value}` for `{target}` is gone");
            let (old, new) = places();
            found.fact(Kind::TagRemoved, old, new, message);
        }
    }
    for (value, target) in &gained {
        let was_there = one.values.iter().any(|(_, other)| other == target);
        if was_there && renamed(target, &lost).is_none() {
            let message = format!("`{value}` is a value for `{target}` too");
            let (old, new) = places();
            found.fact(Kind::TagAdded, old, new, message);
        }
    }
}

/// The values of one that the other does not have; a renamed component keeps its explicit value.
fn missing(one: &Tags<'_>, two: &Tags<'_>) -> Vec<(String, String)> {
    one.values
        .iter()
        .filter(|(value, _)| !two.values.iter().any(|(other, _)| other == value))
        .cloned()
        .collect()
}
