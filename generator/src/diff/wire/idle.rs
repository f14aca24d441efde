//! Keywords that differ and mean nothing for values of the type they stand beside.

use super::build::same_value;
use super::form::{Plain, Word};
use super::pairs::Findings;
use super::plain::Both;
use crate::diff::kind::Kind;
use crate::openapi::TypeSet;
use crate::source::Node;

pub(super) fn compare(both: &Both<'_, '_>, found: &mut Findings) {
    let (Some(old), Some(new)) = (both.old.kinds(), both.new.kinds()) else {
        return;
    };
    let kinds = old.or(new);
    let listed = both.old.values.is_some() && both.new.values.is_some();
    let mut seen: Vec<&str> = Vec::new();
    for (key, _) in both.old.limits.iter().chain(&both.new.limits) {
        if seen.contains(key) || (bounds(key, kinds) && !listed) {
            continue;
        }
        seen.push(key);
        let of = |plain: &Plain<'_>| -> Vec<Node> {
            let all = plain.limits.iter().filter(|(name, _)| name == key);
            all.map(|(_, word)| word.node.clone()).collect()
        };
        let (one, two) = (of(both.old), of(both.new));
        let same = one.len() == two.len() && one.iter().zip(&two).all(|(a, b)| same_value(a, b));
        if !same {
            report(both, key, kinds, found);
        }
    }
    if !kinds.object && members(both.old) != members(both.new) {
        report(both, "properties", kinds, found);
    }
    if !kinds.array && items(both.old) != items(both.new) {
        report(both, "items", kinds, found);
    }
}

fn report(both: &Both<'_, '_>, key: &str, kinds: TypeSet, found: &mut Findings) {
    let word = |plain: &Plain<'_>| -> Option<crate::source::Place> {
        let limit = plain.limits.iter().find(|(name, _)| *name == key);
        limit.map(|(_, word): &(&str, Word<'_>)| word.place.clone())
    };
    let old = word(both.old).unwrap_or_else(|| both.old_at.clone());
    let new = word(both.new).unwrap_or_else(|| both.new_at.clone());
    let message = format!(
        "`{key}` changed, which says nothing about values of type {}",
        super::text::kind(Some(kinds))
    );
    found.fact(Kind::IdleChanged, old, new, message);
}

/// Whether a limit says something about values of these types.
fn bounds(key: &str, kinds: TypeSet) -> bool {
    match key {
        "minLength" | "maxLength" | "pattern" => kinds.string,
        "minItems" | "maxItems" | "uniqueItems" | "minContains" | "maxContains" => kinds.array,
        "minProperties" | "maxProperties" => kinds.object,
        _ => kinds.integer || kinds.number,
    }
}

fn members<'a>(plain: &Plain<'a>) -> Vec<(&'a str, bool, Vec<&'a Node>)> {
    let mut found: Vec<_> = plain
        .properties
        .iter()
        .map(|property| {
            let nodes = property.sites.iter().map(|site| site.node).collect();
            (property.name, plain.requires(property.name), nodes)
        })
        .collect();
    found.sort_by_key(|(name, ..)| *name);
    found
}

fn items<'a>(plain: &Plain<'a>) -> Vec<&'a Node> {
    plain.items.iter().map(|site| site.node).collect()
}
