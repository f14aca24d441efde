//! Causes and what follows from them for callers: one finding for each cause, its effects beneath it.

use super::change::{Bump, Level};
use super::kind::Kind;
use super::rust::Item;
use super::verdict;
use super::wire::{Cause, Outcome};
use super::{Effect, Finding};
use crate::source::Place;

/// Puts every item beneath the cause it follows from; what follows from none is a finding of its own.
pub(super) fn join(outcome: &Outcome, items: Vec<Item>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = outcome
        .causes
        .iter()
        .map(|cause| of_cause(cause, outcome))
        .collect();
    let causes = findings.len();
    for item in items {
        let found = cause_of(&outcome.causes, &item).or_else(|| {
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
        rust: verdict::unseen(cause.kind),
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
    }
}

fn help(kind: Kind) -> Option<String> {
    Some(kind.help().to_owned()).filter(|help| !help.is_empty())
}

/// The cause of an item: the one whose place is the item's or within it and that names the same thing.
fn cause_of(causes: &[Cause], item: &Item) -> Option<usize> {
    if matches!(
        item.kind,
        Kind::DocsChanged | Kind::Deprecated | Kind::Undeprecated
    ) {
        return None;
    }
    if item.subject == "security" {
        // Requirements are often said once for all operations.
        return causes
            .iter()
            .position(|cause| is_about_credentials(cause.kind));
    }
    let ranked = causes.iter().enumerate().filter_map(|(at, cause)| {
        let new = distance(&cause.new, &item.new);
        let old = distance(&cause.old, &item.old);
        let depth = new.into_iter().chain(old).min()?;
        let names = cause.message.contains(&format!("`{}`", item.subject))
            || cause.message.contains(&format!("/{}`", item.subject));
        (depth <= 1 || names || item.bump == Bump::Patch || depth <= 6)
            .then_some((!names, depth, at))
    });
    ranked.min().map(|(.., at)| at)
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

/// How many steps below `outer` a place is; `None` when it is elsewhere.
fn distance(inner: &Place, outer: &Place) -> Option<usize> {
    if inner.file != outer.file {
        return None;
    }
    let mut here = Some(inner.pointer.clone());
    let mut steps = 0;
    while let Some(pointer) = here {
        if pointer == outer.pointer {
            return Some(steps);
        }
        here = pointer.parent();
        steps += 1;
    }
    None
}
