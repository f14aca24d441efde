//! What a change of the documents means for those who talk: both are taken apart into the values they
//! allow, and whatever one side allows and the other does not is a finding, reported once, where it is written.

mod bodies;
mod build;
mod compare;
mod encoding;
mod form;
mod format;
mod idle;
mod kept;
mod leftover;
mod limits;
mod object;
mod operation;
mod outcome;
mod pairs;
mod params;
mod parts;
mod plain;
mod relation;
mod responses;
mod rules;
mod same;
mod security;
mod servers;
mod side;
mod spread;
mod stream;
mod tags;
mod text;
mod unused;
mod words;

use super::change::{Bump, Direction, Level};
use super::kind::Kind;
use crate::source::{Document, Place, Site};
use kept::goes_with_another;
use operation::{Operation, Pairing};
use pairs::{Fact, Findings, PairId, Pairs};
use parts::Group;
use side::Side;

/// One cause: what changed, where, and whom it reaches.
#[derive(Debug, Clone)]
pub(super) struct Cause {
    pub kind: Kind,
    pub old: Place,
    pub new: Place,
    pub message: String,
    /// What it does to old senders.
    pub requests: Level,
    /// What it does to old readers.
    pub responses: Level,
    /// What it does to callers although no item of the crate shows it.
    pub rust: Bump,
    /// Whether a client that is newer than its server fails.
    pub hazard: bool,
    /// The operations it reaches, as indices into [`Outcome::operations`].
    pub operations: Vec<usize>,
}

/// What became of two documents.
#[derive(Debug)]
pub(super) struct Outcome {
    pub causes: Vec<Cause>,
    /// How reports call each operation.
    pub operations: Vec<String>,
}

/// Who a finding is about: an operation, and whether the server is the one who calls.
#[derive(Debug, Clone, Copy)]
struct Caller {
    operation: usize,
    reversed: bool,
}

/// The comparison while it runs.
struct Wire<'a> {
    pairs: Pairs<'a>,
    facts: Vec<(Caller, Fact)>,
    roots: Vec<(Caller, PairId, Direction)>,
    labels: Vec<String>,
}

/// Compares two documents.
pub(super) fn compare(old: &Document, new: &Document) -> Outcome {
    let (old, new) = (Side { document: old }, Side { document: new });
    let mut wire = Wire {
        pairs: Pairs::new(old, new),
        facts: Vec::new(),
        roots: Vec::new(),
        labels: Vec::new(),
    };
    let (before, after) = (operation::all(old), operation::all(new));
    let pairing = operation::pair(&before, &after);
    if before.is_empty() && after.is_empty() {
        wire.components();
    } else {
        wire.operations(&before, &after, &pairing);
        wire.unused(&before, &after);
    }
    wire.whole_document();
    wire.pairs.run();
    wire.outcome()
}

impl<'a> Wire<'a> {
    fn operations(&mut self, before: &[Operation<'a>], after: &[Operation<'a>], pairing: &Pairing) {
        for (old, new) in &pairing.kept {
            self.kept(&before[*old], &after[*new]);
        }
        for index in &pairing.removed {
            let old = &before[*index];
            if !goes_with_another(before, &pairing.removed, old) {
                self.gone(old);
            }
        }
        for index in &pairing.added {
            let new = &after[*index];
            if !goes_with_another(after, &pairing.added, new) {
                self.come(new);
            }
        }
    }

    /// A section of either document: what to point at on the side where something is missing.
    fn section(&self, name: &str) -> Place {
        let root = self.pairs.new.side.root();
        root.get(name).map_or(root.place, |site| site.place)
    }

    fn caller(&mut self, operation: &Operation<'a>) -> Caller {
        self.labels.push(operation.label.clone());
        Caller {
            operation: self.labels.len() - 1,
            reversed: operation.reversed,
        }
    }

    fn fact(&mut self, caller: Caller, kind: Kind, at: (Place, Place), message: String) {
        self.fact_of(caller, kind, None, at, message);
    }

    /// Something that differs about what travels one way only.
    fn fact_of(
        &mut self,
        caller: Caller,
        kind: Kind,
        only: Option<Direction>,
        at: (Place, Place),
        message: String,
    ) {
        let fact = Fact {
            kind,
            old: at.0,
            new: at.1,
            message,
            only,
        };
        self.facts.push((caller, fact));
    }

    /// Takes in what the safety net finds.
    fn leftover(&mut self, caller: Caller, look: impl FnOnce(&mut Findings)) {
        let mut found = Findings::default();
        look(&mut found);
        self.facts
            .extend(found.facts.into_iter().map(|fact| (caller, fact)));
    }

    fn root(&mut self, caller: Caller, pair: PairId, direction: Direction) {
        let direction = if caller.reversed {
            direction.reversed()
        } else {
            direction
        };
        self.roots.push((caller, pair, direction));
    }

    /// A document without operations: what it describes may travel either way.
    fn components(&mut self) {
        let caller = Caller {
            operation: usize::MAX,
            reversed: false,
        };
        let (old, new) = (self.pairs.old.side, self.pairs.new.side);
        let section = |side: Side<'a>| side.root().get("components")?.get("schemas");
        let (old, new) = (section(old), section(new));
        for (name, site) in old.iter().flat_map(Site::members) {
            if let Some(other) = new.as_ref().and_then(|section| section.get(name)) {
                let pair = self.pairs.groups(Group::one(site), Group::one(other));
                self.root(caller, pair, Direction::Request);
                self.root(caller, pair, Direction::Response);
            } else {
                let at = (site.place, self.section("components"));
                let message = format!("the component `{name}` is gone");
                self.fact(caller, Kind::ComponentRemoved, at, message);
            }
        }
        for (name, site) in new.iter().flat_map(Site::members) {
            if old.as_ref().and_then(|section| section.get(name)).is_none() {
                let at = (self.section("components"), site.place);
                let message = format!("the component `{name}` is new");
                self.fact(caller, Kind::ComponentAdded, at, message);
            }
        }
    }

    /// Keywords of the documents themselves that no rule knows.
    fn whole_document(&mut self) {
        let caller = Caller {
            operation: usize::MAX,
            reversed: false,
        };
        let (old, new) = (self.pairs.old.side.root(), self.pairs.new.side.root());
        self.leftover(caller, |found| {
            let known = [
                "openapi",
                "info",
                "servers",
                "paths",
                "components",
                "security",
                "tags",
                "webhooks",
                "jsonSchemaDialect",
                "$self",
            ];
            leftover::compare(&old, &new, &known, found);
        });
        if let (Some(old), Some(new)) = (old.get("components"), new.get("components")) {
            self.leftover(caller, |found| {
                let mut known = unused::SECTIONS.to_vec();
                known.extend(["examples", "links", "callbacks"]);
                leftover::compare(&old, &new, &known, found);
            });
        }
    }
}
