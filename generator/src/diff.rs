//! What a change of the schema means: who fails on the wire, what callers of the crate must change, which version follows.

mod accepted;
mod change;
mod join;
mod kind;
mod reach;
mod report;
mod rust;
mod silence;

mod verdict;
mod version;
mod wire;

pub use change::{Bump, Direction, Level};
pub use kind::Kind;
pub use report::{changelog, explain, github, html, json, list, markdown, text};
pub use silence::silence;
pub use verdict::{mirror, wire as wire_level};
pub use version::next as next_version;

use crate::ir::Api;
use crate::source::{Document, Place};

/// One of the two documents to compare.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// The document.
    pub document: &'a Document,
    /// What became of it.
    pub api: &'a Api,
}

/// What a cause means for callers of the crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// What happened to the item.
    pub kind: Kind,
    /// How much it matters.
    pub bump: Bump,
    /// What happened to which item, and what its callers see.
    pub message: String,
}

/// One cause, and all that follows from it.
#[derive(Debug, Clone)]
pub struct Finding {
    /// What kind of change it is.
    pub kind: Kind,
    /// What it does to those who talk: the worse of both directions.
    pub wire: Level,
    /// What callers of the crate have to do.
    pub rust: Bump,
    /// What happens to a client that is newer than its server.
    pub hazard: Option<String>,
    /// The operations it reaches.
    pub operations: Vec<String>,
    /// Where it stood.
    pub old: Place,
    /// Where it stands.
    pub new: Place,
    /// What changed.
    pub message: String,
    /// What it means for callers of the crate, item by item.
    pub effects: Vec<Effect>,
    /// What can be done.
    pub help: Option<String>,
    /// Why somebody took it on nevertheless.
    pub accepted: Option<String>,
}

/// What became of a pair of documents.
#[derive(Debug, Clone)]
pub struct Diff {
    /// What the changes do to old senders.
    pub requests: Level,
    /// What the changes do to old readers.
    pub responses: Level,
    /// What callers of the crate have to do.
    pub rust: Bump,
    /// Every cause, the gravest first.
    pub findings: Vec<Finding>,
}

/// Compares two documents.
pub fn diff<'a>(old: Side<'a>, new: Side<'a>) -> Diff {
    let outcome = wire::compare(old.document, new.document);
    let worst = |pick: fn(&wire::Cause) -> Level| outcome.causes.iter().map(pick).max();
    let requests = worst(|cause| cause.requests).unwrap_or_default();
    let responses = worst(|cause| cause.responses).unwrap_or_default();
    let model = |side: Side<'a>| rust::Model {
        api: side.api,
        document: side.document,
    };
    let items = rust::compare(model(old), model(new));
    let findings = join::join(&outcome, items, (old.document, new.document));
    Diff {
        requests,
        responses,
        rust: findings
            .iter()
            .map(|finding| finding.rust)
            .max()
            .unwrap_or_default(),
        findings,
    }
}

impl Diff {
    /// Whether code that uses the old crate should no longer compile with the new one.
    pub fn stops_code(&self) -> bool {
        let stops = |kind: Kind, bump| bump == Bump::Major && kind.is_seen_by_compilers();
        self.findings.iter().any(|finding| {
            let mut effects = finding.effects.iter();
            effects.any(|effect| stops(effect.kind, effect.bump))
                || (finding.effects.is_empty() && stops(finding.kind, finding.rust))
        })
    }

    /// The version that follows `old`: a major change raises the first number that is not zero.
    pub fn next_version(&self, old: &str) -> String {
        version::next(old, self.rust)
    }
}
