//! Pairs of schema positions: each is compared once, however many operations reach it.

use std::collections::HashMap;
use std::rc::Rc;

use super::build::{FormId, Forms};
use super::form::{Form, Plain};
use super::parts::Group;
use super::same::Same;
use super::side::Side;
use crate::diff::change::Direction;
use crate::diff::kind::Kind;
use crate::source::Place;

/// Which pair.
pub(super) type PairId = usize;

/// Something that differs at a pair of positions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::diff) struct Fact {
    pub kind: Kind,
    pub old: Place,
    pub new: Place,
    /// What differs, without the place.
    pub message: String,
    /// The only direction in which it matters, for members that travel one way.
    pub only: Option<Direction>,
}

/// The way from a pair to one within it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    pub to: PairId,
    /// Whether requests carry what is there.
    pub requests: bool,
    /// Whether answers carry what is there.
    pub responses: bool,
}

#[derive(Debug, Clone)]
enum Subject<'a> {
    Same,
    Groups(Group<'a>, Group<'a>),
    Plains(Rc<Plain<'a>>, Rc<Plain<'a>>, bool),
}

#[derive(Debug)]
pub(super) struct Pair<'a> {
    subject: Subject<'a>,
    pub facts: Vec<Fact>,
    pub edges: Vec<Edge>,
    done: bool,
}

/// The pair of positions that are the same on both sides, wherever they stand.
const SAME: PairId = 0;

/// All pairs that were asked for.
#[derive(Debug)]
pub(super) struct Pairs<'a> {
    pub old: Forms<'a>,
    pub new: Forms<'a>,
    pub nodes: Vec<Pair<'a>>,
    groups: HashMap<(FormId, FormId), PairId>,
    plains: HashMap<(usize, usize, bool), PairId>,
    pub relations: super::relation::Relations,
    pub same: Same<'a>,
}

impl<'a> Pairs<'a> {
    pub(super) fn new(old: Side<'a>, new: Side<'a>) -> Self {
        let mut pairs = Self {
            old: Forms::new(old),
            new: Forms::new(new),
            nodes: Vec::new(),
            groups: HashMap::new(),
            plains: HashMap::new(),
            relations: super::relation::Relations::default(),
            same: Same::new(old, new),
        };
        pairs.add(Subject::Same);
        pairs
    }

    /// The pair of two positions; it is compared later.
    pub(super) fn groups(&mut self, old: Group<'a>, new: Group<'a>) -> PairId {
        if self.same.groups(&old, &new) {
            return SAME;
        }
        let key = (self.old.of(&old).0, self.new.of(&new).0);
        if let Some(id) = self.groups.get(&key) {
            return *id;
        }
        let id = self.add(Subject::Groups(old, new));
        self.groups.insert(key, id);
        id
    }

    /// The pair of two alternatives.
    pub(super) fn plains(
        &mut self,
        old: &Rc<Plain<'a>>,
        new: &Rc<Plain<'a>>,
        text: bool,
    ) -> PairId {
        let key = (Rc::as_ptr(old).addr(), Rc::as_ptr(new).addr(), text);
        if let Some(id) = self.plains.get(&key) {
            return *id;
        }
        let subject = Subject::Plains(Rc::clone(old), Rc::clone(new), text);
        let id = self.add(subject);
        self.plains.insert(key, id);
        id
    }

    fn add(&mut self, subject: Subject<'a>) -> PairId {
        self.nodes.push(Pair {
            subject,
            facts: Vec::new(),
            edges: Vec::new(),
            done: false,
        });
        self.nodes.len() - 1
    }

    /// Compares every pair that was asked for, and those that comparing them asks for.
    pub(super) fn run(&mut self) {
        let mut next = 0;
        while next < self.nodes.len() {
            self.compare(next);
            next += 1;
        }
    }

    /// Compares one pair, without the pairs within it.
    pub(super) fn compare(&mut self, id: PairId) {
        let Some(pair) = self.nodes.get_mut(id).filter(|pair| !pair.done) else {
            return;
        };
        pair.done = true;
        let subject = pair.subject.clone();
        let mut findings = Findings::default();
        match subject {
            Subject::Same => {}
            Subject::Groups(old, new) => self.compare_groups(&old, &new, &mut findings),
            Subject::Plains(old, new, text) => {
                self.compare_plains(&old, &new, text, &mut findings);
            }
        }
        if let Some(pair) = self.nodes.get_mut(id) {
            pair.facts = findings.facts;
            pair.edges = findings.edges;
        }
    }

    pub(super) fn forms(
        &mut self,
        old: &Group<'a>,
        new: &Group<'a>,
    ) -> (Rc<Form<'a>>, Rc<Form<'a>>) {
        (self.old.of(old).1, self.new.of(new).1)
    }
}

/// What comparing one pair finds.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub facts: Vec<Fact>,
    pub edges: Vec<Edge>,
}

impl Findings {
    pub(super) fn fact(&mut self, kind: Kind, old: Place, new: Place, message: String) {
        self.guarded(kind, old, new, message, None);
    }

    pub(super) fn guarded(
        &mut self,
        kind: Kind,
        old: Place,
        new: Place,
        message: String,
        only: Option<Direction>,
    ) {
        self.facts.push(Fact {
            kind,
            old,
            new,
            message,
            only,
        });
    }

    pub(super) fn edge(&mut self, to: PairId) {
        self.edges.push(Edge {
            to,
            requests: true,
            responses: true,
        });
    }
}
