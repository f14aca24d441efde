//! Whether one position allows all that another does, decided from what comparing them finds.

use std::collections::{HashMap, HashSet};

use super::pairs::{Findings, PairId, Pairs};
use crate::diff::change::{Direction, Level};
use crate::diff::kind::Kind;
use crate::diff::verdict;

/// Questions beyond this are answered with "cannot be decided".
const MOST_STEPS: usize = 400_000;

/// A truth that may be beyond what can be decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Truth {
    No,
    Unknown,
    Yes,
}

/// How the values of two positions relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Relation {
    /// Whether the new position allows all that the old does.
    pub widened: Truth,
    /// Whether the old position allows all that the new does.
    pub narrowed: Truth,
}

impl Relation {
    const EQUAL: Self = Self {
        widened: Truth::Yes,
        narrowed: Truth::Yes,
    };

    pub(super) fn is_equal(self) -> bool {
        self == Self::EQUAL
    }

    fn and(self, other: Self) -> Self {
        Self {
            widened: self.widened.min(other.widened),
            narrowed: self.narrowed.min(other.narrowed),
        }
    }
}

/// Relations that are known.
#[derive(Debug, Default)]
pub(super) struct Relations {
    known: HashMap<PairId, Relation>,
    open: HashSet<PairId>,
    /// Whether an answer leant on a pair that was still open.
    leant: bool,
    steps: usize,
}

impl Pairs<'_> {
    /// How the two positions of a pair relate; pairs that contain themselves hold as long as nothing speaks against them.
    pub(super) fn relate(&mut self, id: PairId) -> Relation {
        if let Some(known) = self.relations.known.get(&id) {
            return *known;
        }
        if self.relations.open.contains(&id) {
            self.relations.leant = true;
            return Relation::EQUAL;
        }
        self.relations.steps += 1;
        if self.relations.steps > MOST_STEPS || self.relations.open.len() > 200 {
            return Relation {
                widened: Truth::Unknown,
                narrowed: Truth::Unknown,
            };
        }
        self.relations.open.insert(id);
        self.compare(id);
        let relation = self.relate_inner(id);
        self.relations.open.remove(&id);
        if self.relations.open.is_empty() {
            self.relations.leant = false;
        }
        if !self.relations.leant || relation.widened.max(relation.narrowed) == Truth::No {
            self.relations.known.insert(id, relation);
        }
        relation
    }

    /// Whether neither side contains the other, by what comparing them has found.
    pub(super) fn is_incomparable(&mut self, found: &Findings) -> bool {
        let each = found.facts.iter().map(|fact| of_kind(fact.kind));
        let mut relation = each.fold(Relation::EQUAL, Relation::and);
        for edge in &found.edges {
            relation = relation.and(self.relate(edge.to));
        }
        relation.widened.max(relation.narrowed) == Truth::No
    }

    fn relate_inner(&mut self, id: PairId) -> Relation {
        let (mut relation, edges) = match self.nodes.get(id) {
            None => return Relation::EQUAL,
            Some(pair) => {
                let each = pair.facts.iter().map(|fact| of_kind(fact.kind));
                (
                    each.fold(Relation::EQUAL, Relation::and),
                    pair.edges.clone(),
                )
            }
        };
        for edge in edges {
            if relation.widened.max(relation.narrowed) == Truth::No {
                break;
            }
            relation = relation.and(self.relate(edge.to));
        }
        relation
    }
}

/// What a difference of this kind says about the sets of values.
fn of_kind(kind: Kind) -> Relation {
    let truth = |direction| match verdict::wire(kind, direction) {
        Level::Breaking => Truth::No,
        Level::Judge => Truth::Unknown,
        Level::Compatible => Truth::Yes,
    };
    if kind.is_annotation() {
        return Relation::EQUAL;
    }
    if kind.is_about_members() {
        // Members that one side does not know make two objects different things,
        // though readers pass over them.
        return Relation {
            widened: Truth::No,
            narrowed: Truth::No,
        };
    }
    Relation {
        widened: truth(Direction::Request),
        narrowed: truth(Direction::Response),
    }
}
