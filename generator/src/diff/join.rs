//! Causes and what follows from them for callers: one finding for each cause, its effects beneath it.

use super::change::{Bump, Level};
use super::kind::Kind;
use super::reach::{Reach, is_within};
use super::rust::Item;
use super::verdict;
use super::wire::{Cause, Outcome};
use super::{Effect, Finding};
use crate::source::{Document, Place};
use foldhash::HashMap;

/// Puts every item beneath the cause it follows from; what follows from none is a finding of its own.
pub(super) fn join(
    outcome: &Outcome,
    items: Vec<Item>,
    (old, new): (&Document, &Document),
) -> Vec<Finding> {
    let mut findings: Vec<Finding> = outcome
        .causes
        .iter()
        .map(|cause| of_cause(cause, outcome))
        .collect();
    let causes = findings.len();
    let below = [
        Below::new(outcome.causes.iter().map(|cause| &cause.old)),
        Below::new(outcome.causes.iter().map(|cause| &cause.new)),
    ];
    let mut consequences = Consequences {
        causes: &outcome.causes,
        old: Reach::new(old),
        new: Reach::new(new),
    };
    for item in items {
        let cause =
            cause_of(&outcome.causes, &below, &item).or_else(|| consequences.cause_of(&item));
        let found = cause.or_else(|| {
            let own = findings.get(causes..).unwrap_or_default();
            let same = own.iter().position(|finding| {
                finding.old == item.old && finding.new == item.new && finding.kind == item.kind
            });
            same.map(|at| at + causes)
        });
        let effect = Effect {
            kind: item.kind,
            bump: item.bump,
            message: item.message.clone(),
        };
        match found.and_then(|at| findings.get_mut(at)) {
            Some(finding) => {
                finding.rust = finding.rust.max(item.bump);
                if finding.message != effect.message && !finding.effects.contains(&effect) {
                    finding.effects.push(effect);
                }
            }
            None => findings.push(of_item(item)),
        }
    }
    findings.sort_by(|one, two| {
        (two.wire, two.rust)
            .cmp(&(one.wire, one.rust))
            .then_with(|| one.new.cmp(&two.new))
            .then_with(|| one.old.cmp(&two.old))
            .then_with(|| one.kind.cmp(&two.kind))
            .then_with(|| one.message.cmp(&two.message))
    });
    findings
}

fn of_cause(cause: &Cause, outcome: &Outcome) -> Finding {
    Finding {
        kind: cause.kind,
        wire: cause.requests.max(cause.responses),
        rust: cause.rust,
        hazard: cause.hazard.then(|| {
            "a client of the new schema may fail against a server of the old one".to_owned()
        }),
        operations: cause
            .operations
            .iter()
            .filter_map(|at| outcome.operations.get(*at).cloned())
            .collect(),
        old: cause.old.clone(),
        new: cause.new.clone(),
        message: cause.message.clone(),
        effects: Vec::new(),
        help: help(cause.kind),
        accepted: None,
    }
}

fn of_item(item: Item) -> Finding {
    Finding {
        kind: item.kind,
        wire: Level::Compatible,
        rust: item.bump,
        hazard: None,
        operations: Vec::new(),
        old: item.old,
        new: item.new,
        message: item.message,
        effects: Vec::new(),
        help: help(item.kind),
        accepted: None,
    }
}

fn help(kind: Kind) -> Option<String> {
    Some(kind.help().to_owned()).filter(|help| !help.is_empty())
}

/// The cause of an item: the one whose place is the item's or within it and that names the same thing.
fn cause_of(causes: &[Cause], [old, new]: &[Below; 2], item: &Item) -> Option<usize> {
    if is_prose(item.kind) {
        return None;
    }
    if item.subject == "security" {
        // Requirements are often said once for all operations.
        return causes
            .iter()
            .position(|cause| is_about_credentials(cause.kind));
    }
    // What is new or gone has a place of its own on one side only.
    let new = new.at(&item.new).filter(|_| !is_gone(item.kind));
    let old = old.at(&item.old).filter(|_| !is_new(item.kind));
    let words = ["`", "/"].map(|before| format!("{before}{}`", item.subject));
    let ranked = new.chain(old).filter_map(|(at, depth)| {
        let names = words.iter().any(|word| causes[at].message.contains(word));
        (depth <= 1 || names || item.bump == Bump::Patch || depth <= 6)
            .then_some((!names, depth, at))
    });
    ranked.min().map(|(.., at)| at)
}

/// The causes that stand at a place or below it, and how many steps below: there may be as many causes as items.
struct Below(HashMap<Place, Vec<(usize, usize)>>);

impl Below {
    fn new<'c>(places: impl Iterator<Item = &'c Place>) -> Self {
        let mut below: HashMap<Place, Vec<(usize, usize)>> = HashMap::default();
        for (at, place) in places.enumerate() {
            let around = |place: &Place| {
                let pointer = place.pointer.parent()?;
                Some(Place { pointer, ..*place })
            };
            let around = std::iter::successors(Some(place.clone()), around);
            for (steps, place) in around.enumerate() {
                below.entry(place).or_default().push((at, steps));
            }
        }
        Self(below)
    }

    fn at(&self, place: &Place) -> impl Iterator<Item = (usize, usize)> {
        self.0.get(place).into_iter().flatten().copied()
    }
}

/// Causes that reach further than their own place: what comes or goes brings or takes its types with it.
struct Consequences<'a> {
    causes: &'a [Cause],
    old: Reach<'a>,
    new: Reach<'a>,
}

impl Consequences<'_> {
    fn cause_of(&mut self, item: &Item) -> Option<usize> {
        let whole = self.causes.iter().position(|cause| {
            is_about_all_within(cause.kind)
                && !is_prose(item.kind)
                && (is_within(&item.old, &cause.old) || is_within(&item.new, &cause.new))
        });
        if whole.is_some() {
            return whole;
        }
        let direct = |cause: &Cause| match item.kind {
            Kind::TypeRemoved | Kind::ConstructorRemoved => !is_within(&item.old, &cause.old),
            _ => !is_within(&item.new, &cause.new),
        };
        let mut found: Vec<(bool, usize)> = Vec::new();
        for (at, cause) in self.causes.iter().enumerate() {
            let follows = match item.kind {
                Kind::TypeRemoved | Kind::ConstructorRemoved => {
                    takes_away(cause.kind) && self.old.leads_to(&cause.old, &item.old)
                }
                Kind::TypeAdded | Kind::ConstructorAdded => {
                    brings(cause.kind) && self.new.leads_to(&cause.new, &item.new)
                }
                _ => false,
            };
            if follows {
                found.push((direct(cause), at));
            }
        }
        found.into_iter().min().map(|(_, at)| at)
    }
}

/// Whether a cause speaks for everything below its place.
const fn is_about_all_within(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Undecided | Kind::TypeChanged | Kind::SchemaReplaced | Kind::AlternativesCollide
    )
}

/// Whether what stood at a cause's old place is gone, or something else stands there.
const fn takes_away(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::OperationRemoved
            | Kind::ParameterRemoved
            | Kind::RequiredParameterRemoved
            | Kind::BodyRemoved
            | Kind::RequestMediaRemoved
            | Kind::ResponseMediaRemoved
            | Kind::FailureMediaRemoved
            | Kind::StreamRemoved
            | Kind::SuccessStatusRemoved
            | Kind::SuccessStatusChanged
            | Kind::FailureStatusRemoved
            | Kind::PropertyRemoved
            | Kind::RequiredPropertyRemoved
            | Kind::PropertyRefused
            | Kind::RequiredPropertyRefused
            | Kind::AlternativeRemoved
            | Kind::AlternativeIdle
            | Kind::AlternativesParted
            | Kind::TypeChanged
            | Kind::TypeWidened
            | Kind::TypeNarrowed
            | Kind::SchemaReplaced
            | Kind::EnumOpened
            | Kind::ObjectClosed
            | Kind::BecameReadOnly
            | Kind::BecameWriteOnly
            | Kind::RequiredBecameWriteOnly
            | Kind::UnusedChanged
    )
}

/// Whether what stands at a cause's new place is new there.
const fn brings(kind: Kind) -> bool {
    takes_away(verdict::mirror(kind))
        || matches!(
            kind,
            Kind::RequiredBodyAdded | Kind::ResponseBodyAdded | Kind::RequiredBecameWritable
        )
}

/// Whether an item stands on the new side only.
const fn is_new(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::MethodAdded | Kind::OptionAdded | Kind::TypeAdded | Kind::FieldAdded
    )
}

/// Whether an item stands on the old side only.
const fn is_gone(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::MethodRemoved | Kind::OptionRemoved | Kind::TypeRemoved | Kind::FieldRemoved
    )
}

/// Whether an item is about words that only people read.
const fn is_prose(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::DocsChanged | Kind::Deprecated | Kind::Undeprecated
    )
}

/// Whether a cause is about who may call.
fn is_about_credentials(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::SecurityRequired
            | Kind::SecurityAlternativeAdded
            | Kind::SecurityAlternativeRemoved
            | Kind::SecurityChanged
            | Kind::KeyMoved
            | Kind::SchemeChanged
    )
}
