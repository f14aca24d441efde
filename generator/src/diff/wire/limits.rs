//! Bounds of numbers, lengths and counts compared.

use std::cmp::Ordering;

use super::form::{Plain, Word};
use super::pairs::Findings;
use super::plain::Both;
use super::text;
use crate::diff::kind::Kind;
use crate::openapi::TypeSet;
use crate::source::Node;

/// A bound of either side, and whether the bound itself is refused.
struct Bound<'p, 'a> {
    word: &'p Word<'a>,
    open: bool,
}

pub(super) fn compare(both: &Both<'_, '_>, found: &mut Findings) {
    if both.old.values.is_some() && both.new.values.is_some() {
        return;
    }
    let has = |pick: fn(TypeSet) -> bool| {
        let of = |plain: &Plain<'_>| plain.kinds().is_none_or(pick);
        of(both.old) && of(both.new)
    };
    if has(|types| types.integer || types.number) {
        range(both, found);
        multiples(both, found);
    }
    if has(|types| types.string) {
        counts(both, "minLength", "maxLength", found);
        patterns(both, found);
    }
    if has(|types| types.array) {
        counts(both, "minItems", "maxItems", found);
        counts(both, "minContains", "maxContains", found);
        uniqueness(both, found);
    }
    if has(|types| types.object) {
        counts(both, "minProperties", "maxProperties", found);
    }
}

/// Whether a listed value keeps the limits that stand beside the list.
pub(super) fn keeps(plain: &Plain<'_>, value: &Node) -> bool {
    plain.limits.iter().all(|(key, limit)| {
        let length = value.as_str().map(|text| text.chars().count());
        let count = limit
            .node
            .as_int()
            .and_then(|count| usize::try_from(count).ok());
        let lengths = length.zip(count);
        let numbers = value.as_f64().zip(limit.node.as_f64());
        match *key {
            "minLength" => lengths.is_none_or(|(length, least)| length >= least),
            "maxLength" => lengths.is_none_or(|(length, most)| length <= most),
            "minimum" => numbers.is_none_or(|(number, least)| number >= least),
            "maximum" => numbers.is_none_or(|(number, most)| number <= most),
            "exclusiveMinimum" => numbers.is_none_or(|(number, least)| number > least),
            "exclusiveMaximum" => numbers.is_none_or(|(number, most)| number < most),
            _ => true,
        }
    })
}

fn all<'p, 'a>(plain: &'p Plain<'a>, key: &str) -> impl Iterator<Item = &'p Word<'a>> {
    let key = key.to_owned();
    plain
        .limits
        .iter()
        .filter(move |(name, _)| **name == *key)
        .map(|(_, word)| word)
}

fn range(both: &Both<'_, '_>, found: &mut Findings) {
    for (closed, open, low) in [
        ("minimum", "exclusiveMinimum", true),
        ("maximum", "exclusiveMaximum", false),
    ] {
        let bound = |plain| tightest(plain, closed, open, low);
        bounds(both, closed, bound(both.old), bound(both.new), low, found);
    }
}

fn counts(both: &Both<'_, '_>, least: &str, most: &str, found: &mut Findings) {
    for (key, low) in [(least, true), (most, false)] {
        let bound = |plain| tightest(plain, key, key, low).filter(|bound| !is_idle(bound, key));
        bounds(both, key, bound(both.old), bound(both.new), low, found);
    }
}

/// A least count that every value has anyway.
fn is_idle(bound: &Bound<'_, '_>, key: &str) -> bool {
    let idle = i128::from(key == "minContains");
    key.starts_with("min") && bound.word.node.as_int() == Some(idle)
}

fn tightest<'p, 'a>(
    plain: &'p Plain<'a>,
    closed: &str,
    open: &str,
    low: bool,
) -> Option<Bound<'p, 'a>> {
    let one = all(plain, closed).map(|word| Bound { word, open: false });
    let two = all(plain, open)
        .filter(|_| open != closed)
        .map(|word| Bound { word, open: true });
    one.chain(two).reduce(|had, new| {
        if order(&new, &had, low, plain) == Ordering::Greater {
            new
        } else {
            had
        }
    })
}

/// Which of two bounds is the tighter one.
fn order(one: &Bound<'_, '_>, two: &Bound<'_, '_>, low: bool, plain: &Plain<'_>) -> Ordering {
    let whole = plain.kinds().is_some_and(|types| types.is_only("integer"));
    let shift = |bound: &Bound<'_, '_>| match bound.word.node.as_int() {
        Some(value) if whole && bound.open => (Some(value + if low { 1 } else { -1 }), false),
        value => (value, bound.open),
    };
    let ((a, a_open), (b, b_open)) = (shift(one), shift(two));
    let values = match (a, b) {
        (Some(a), Some(b)) => a.cmp(&b),
        _ => number(one.word.node)
            .partial_cmp(&number(two.word.node))
            .unwrap_or(Ordering::Equal),
    };
    let tighter = if low { values } else { values.reverse() };
    tighter.then(a_open.cmp(&b_open))
}

fn number(node: &Node) -> f64 {
    node.as_f64().unwrap_or_default()
}

fn bounds(
    both: &Both<'_, '_>,
    key: &str,
    old: Option<Bound<'_, '_>>,
    new: Option<Bound<'_, '_>>,
    low: bool,
    found: &mut Findings,
) {
    let say = |bound: &Bound<'_, '_>| {
        let open = if bound.open { " (excluded)" } else { "" };
        format!("{}{open}", text::value(bound.word.node))
    };
    let (kind, message) = match (&old, &new) {
        (None, None) => return,
        (None, Some(new)) => (Kind::BoundAdded, format!("`{key}` is now {}", say(new))),
        (Some(old), None) => (Kind::BoundRemoved, format!("`{key}` {} is gone", say(old))),
        (Some(one), Some(two)) => {
            let kind = match order(two, one, low, both.new) {
                Ordering::Equal => return,
                Ordering::Greater => Kind::BoundTightened,
                Ordering::Less => Kind::BoundLoosened,
            };
            let message = format!("`{key}` changed from {} to {}", say(one), say(two));
            (kind, message)
        }
    };
    let old = old.map(|bound| bound.word);
    let new = new.map(|bound| bound.word);
    both.at(kind, old, new, message, found);
}

fn multiples(both: &Both<'_, '_>, found: &mut Findings) {
    let of = |plain| {
        let whole = Plain::kinds(plain).is_some_and(|types| types.is_only("integer"));
        all(plain, "multipleOf").find(move |word| !(whole && word.node.as_int() == Some(1)))
    };
    let (old, new) = (of(both.old), of(both.new));
    let (kind, message) = match (old, new) {
        (None, None) => return,
        (None, Some(new)) => {
            let message = format!("values must be multiples of {}", text::value(new.node));
            (Kind::MultipleAdded, message)
        }
        (Some(old), None) => {
            let message = format!("values need not be multiples of {}", text::value(old.node));
            (Kind::MultipleRemoved, message)
        }
        (Some(one), Some(two)) => {
            let (a, b) = (number(one.node), number(two.node));
            let kind = match (divides(b, a), divides(a, b)) {
                (true, true) => return,
                (true, false) => Kind::MultipleRemoved,
                (false, true) => Kind::MultipleAdded,
                (false, false) => Kind::MultipleChanged,
            };
            (kind, format!("`multipleOf` changed from {a} to {b}"))
        }
    };
    both.at(kind, old, new, message, found);
}

/// Whether every multiple of `large` is one of `small`.
fn divides(small: f64, large: f64) -> bool {
    let ratio = large / small;
    ratio.is_finite() && (ratio - ratio.round()).abs() < 1e-9
}

fn patterns(both: &Both<'_, '_>, found: &mut Findings) {
    let of = |plain| -> Vec<&Word<'_>> {
        let anything = ["", ".*", "^.*$", "^.*", ".*$", "^", "$"];
        all(plain, "pattern")
            .filter(|word| {
                word.node
                    .as_str()
                    .is_some_and(|text| !anything.contains(&text))
            })
            .collect()
    };
    let (old, new) = (of(both.old), of(both.new));
    let lacks = |list: &[&Word<'_>], word: &Word<'_>| !list.iter().any(|had| had.node == word.node);
    let lost: Vec<_> = old
        .iter()
        .filter(|word| lacks(&new, word))
        .copied()
        .collect();
    let gained: Vec<_> = new
        .iter()
        .filter(|word| lacks(&old, word))
        .copied()
        .collect();
    let say = |word: &Word<'_>| word.node.as_str().unwrap_or_default().to_owned();
    match (&lost[..], &gained[..]) {
        ([], []) => {}
        ([one, ..], [two, ..]) => {
            let message = format!("the pattern changed from `{}` to `{}`", say(one), say(two));
            both.at(Kind::PatternChanged, Some(one), Some(two), message, found);
        }
        ([one, ..], []) => {
            let message = format!("the pattern `{}` is gone", say(one));
            both.at(Kind::PatternRemoved, Some(one), None, message, found);
        }
        ([], [two, ..]) => {
            let message = format!("values must match `{}`", say(two));
            both.at(Kind::PatternAdded, None, Some(two), message, found);
        }
    }
}

fn uniqueness(both: &Both<'_, '_>, found: &mut Findings) {
    let of = |plain| all(plain, "uniqueItems").find(|word| word.node.as_bool() == Some(true));
    match (of(both.old), of(both.new)) {
        (None, Some(new)) => {
            let message = "items must be distinct".to_owned();
            both.at(Kind::BoundAdded, None, Some(new), message, found);
        }
        (Some(old), None) => {
            let message = "items need not be distinct".to_owned();
            both.at(Kind::BoundRemoved, Some(old), None, message, found);
        }
        (None, None) | (Some(_), Some(_)) => {}
    }
}
