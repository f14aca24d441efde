//! What a change of the documents means for those who talk: both are taken apart into the values they
//! allow, and whatever one side allows and the other does not is a finding, reported once, where it is written.

mod bodies;
mod build;
mod compare;
mod encoding;
mod form;
mod format;
mod idle;
mod leftover;
mod limits;
mod object;
mod operation;
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

use std::collections::BTreeMap;

use super::change::{Bump, Direction, Level};
use super::kind::Kind;
use super::reach::is_within;
use super::verdict;
use crate::source::{Document, Node, Place, Site};
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
            let (old, new) = (&before[*old], &after[*new]);
            let caller = self.caller(new);
            self.moved(caller, old, new);
            self.grouped(caller, old, new);
            self.params(caller, old, new);
            self.request_body(caller, old, new);
            self.responses(caller, old, new);
            self.stream(caller, old, new);
            self.security(caller, old, new);
            self.servers(caller, old, new);
            self.leftover(caller, |found| {
                let known = [
                    "tags",
                    "operationId",
                    "parameters",
                    "requestBody",
                    "responses",
                    "callbacks",
                    "security",
                    "servers",
                    "x-stream",
                    "x-fern-streaming",
                ];
                leftover::compare(&old.site, &new.site, &known, found);
                let mut known = operation::VERBS.to_vec();
                known.extend(["$ref", "parameters", "servers"]);
                leftover::compare(&old.item, &new.item, &known, found);
            });
        }
        for index in &pairing.removed {
            let old = &before[*index];
            if goes_with_another(before, &pairing.removed, old) {
                continue;
            }
            let caller = self.caller(old);
            let deprecated = old.site.node.get("deprecated").and_then(Node::as_bool);
            let announced = if deprecated == Some(true) {
                " (it was deprecated)"
            } else {
                ""
            };
            let (kind, what) = if old.reversed {
                (Kind::WebhookRemoved, "no longer comes")
            } else {
                (Kind::OperationRemoved, "is gone")
            };
            let message = format!("`{}` {what}{announced}", old.label);
            let at = (old.site.place.clone(), self.section("paths"));
            self.fact(
                Caller {
                    reversed: false,
                    ..caller
                },
                kind,
                at,
                message,
            );
        }
        for index in &pairing.added {
            let new = &after[*index];
            if goes_with_another(after, &pairing.added, new) {
                continue;
            }
            let caller = self.caller(new);
            let kind = if new.reversed {
                Kind::WebhookAdded
            } else {
                Kind::OperationAdded
            };
            let message = format!("`{}` is new", new.label);
            let at = (self.section("paths"), new.site.place.clone());
            self.fact(
                Caller {
                    reversed: false,
                    ..caller
                },
                kind,
                at,
                message,
            );
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

    fn moved(&mut self, caller: Caller, old: &Operation<'a>, new: &Operation<'a>) {
        let at = || (old.site.place.clone(), new.site.place.clone());
        let place = |operation: &Operation<'a>| {
            // Where a callback goes is for the caller to say.
            let is_called = !operation.reversed;
            is_called.then(|| operation::shape(operation.path))
        };
        if place(old) != place(new) {
            let message = format!("`{}` is found at `{}` now", old.label, new.path);
            self.fact(caller, Kind::PathChanged, at(), message);
        }
        if old.verb != new.verb {
            let message = format!(
                "`{}` is called with {} now",
                old.label,
                new.verb.to_uppercase()
            );
            self.fact(caller, Kind::VerbChanged, at(), message);
        }
    }

    /// Tags, which sort the methods of the crate into files and say nothing else.
    fn grouped(&mut self, caller: Caller, old: &Operation<'a>, new: &Operation<'a>) {
        let tags = |operation: &Operation<'a>| -> Vec<&'a Node> {
            let tags = operation.site.node.get("tags").map(Node::elements);
            tags.into_iter().flatten().collect()
        };
        if tags(old) != tags(new) {
            let place = |operation: &Operation<'a>| {
                let tags = operation.site.get("tags");
                tags.map_or_else(|| operation.site.place.clone(), |site| site.place)
            };
            let message = format!("`{}` stands under other tags", new.label);
            let at = (place(old), place(new));
            self.fact(caller, Kind::GroupChanged, at, message);
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

    /// One cause for each thing that changed, with all it reaches.
    fn outcome(self) -> Outcome {
        let mut causes: BTreeMap<(Place, Place, Kind, String), Cause> = BTreeMap::new();
        let mut add =
            |fact: &Fact, levels: [Option<Level>; 2], rust, hazard, operations: Vec<usize>| {
                let key = (
                    fact.old.clone(),
                    fact.new.clone(),
                    fact.kind,
                    fact.message.clone(),
                );
                let cause = causes.entry(key).or_insert_with(|| Cause {
                    kind: fact.kind,
                    old: fact.old.clone(),
                    new: fact.new.clone(),
                    message: fact.message.clone(),
                    requests: Level::Compatible,
                    responses: Level::Compatible,
                    rust: Bump::None,
                    hazard: false,
                    operations: Vec::new(),
                });
                cause.requests = cause.requests.max(levels[0].unwrap_or_default());
                cause.responses = cause.responses.max(levels[1].unwrap_or_default());
                cause.rust = cause.rust.max(rust);
                cause.hazard |= hazard;
                cause.operations.extend(operations);
            };
        for (caller, fact) in &self.facts {
            let judge = |kind, direction| verdict::wire(kind, direction);
            let mirror = verdict::mirror(fact.kind);
            let (there, back) = if caller.reversed {
                (mirror, fact.kind)
            } else {
                (fact.kind, mirror)
            };
            let ways = [Direction::Request, Direction::Response].map(|direction| {
                let direction = if caller.reversed {
                    direction.reversed()
                } else {
                    direction
                };
                Some(direction).filter(|way| fact.only.is_none_or(|only| only == *way))
            });
            let [requests, responses] =
                ways.map(|way| way.map_or(Level::Compatible, |way| judge(there, way)));
            let hazard = ways
                .iter()
                .flatten()
                .any(|way| judge(back, *way) == Level::Breaking);
            let operations = Some(caller.operation).filter(|at| *at != usize::MAX);
            add(
                fact,
                [Some(requests), Some(responses)],
                // Nothing is generated for calls to the client.
                if caller.reversed {
                    Bump::None
                } else {
                    verdict::unseen(fact.kind)
                },
                hazard,
                operations.into_iter().collect(),
            );
        }
        let reached = spread::spread(&self.pairs, &self.roots);
        for (pair, reach) in self.pairs.nodes.iter().zip(&reached) {
            for fact in &pair.facts {
                let level = |direction| {
                    let concerns = fact.only.is_none_or(|only| only == direction);
                    (concerns && reach.is_reached(direction)).then_some(direction)
                };
                let ways = [Direction::Request, Direction::Response].map(level);
                if ways == [None, None] {
                    continue;
                }
                let levels = ways.map(|way| way.map(|way| verdict::wire(fact.kind, way)));
                let back = verdict::mirror(fact.kind);
                let hazard = ways
                    .iter()
                    .flatten()
                    .any(|way| verdict::wire(back, *way) == Level::Breaking);
                let reach = ways.iter().flatten().flat_map(|way| reach.operations(*way));
                let rust = verdict::unseen(fact.kind);
                add(fact, levels, rust, hazard, reach.collect());
            }
        }
        let mut causes: Vec<Cause> = causes.into_values().collect();
        for cause in &mut causes {
            cause.operations.sort_unstable();
            cause.operations.dedup();
        }
        drop_secondary(&mut causes);
        Outcome {
            causes,
            operations: self.labels,
        }
    }
}

/// Whether an operation is a callback of one that comes or goes as a whole.
fn goes_with_another(all: &[Operation<'_>], changed: &[usize], one: &Operation<'_>) -> bool {
    let mut others = changed.iter().filter_map(|at| all.get(*at));
    others.any(|other| {
        other.site.place != one.site.place && is_within(&one.site.place, &other.site.place)
    })
}

/// Leaves out what only repeats another finding at the same place in other words.
fn drop_secondary(causes: &mut Vec<Cause>) {
    let primary: Vec<(Kind, Place, Place)> = causes
        .iter()
        .filter(|cause| !secondary(cause.kind).is_empty())
        .map(|cause| (cause.kind, cause.old.clone(), cause.new.clone()))
        .collect();
    causes.retain(|cause| {
        !primary.iter().any(|(kind, old, new)| {
            let within = |inner: &Place, outer: &Place| {
                inner == outer || inner.pointer.parent().as_ref() == Some(&outer.pointer)
            };
            secondary(*kind).contains(&cause.kind)
                && within(&cause.old, old)
                && within(&cause.new, new)
        })
    });
}

/// What findings beside one of this kind, at the same place, only say again.
const fn secondary(kind: Kind) -> &'static [Kind] {
    match kind {
        Kind::StreamDefaultChanged | Kind::StreamDefaultDoubtful => &[
            Kind::DefaultAdded,
            Kind::DefaultChanged,
            Kind::DefaultRemoved,
        ],
        // A file that becomes text, or text that becomes a file.
        Kind::PartEncodingChanged => &[Kind::FormatAdded, Kind::FormatRemoved],
        _ => &[],
    }
}
