//! What was found, as one cause for each thing that changed, with all that it reaches.

use super::pairs::Fact;
use super::{Caller, Cause, Outcome, Wire, spread};
use crate::diff::change::{Bump, Direction, Level};
use crate::diff::kind::Kind;
use crate::diff::verdict;
use crate::source::Place;
use std::collections::BTreeMap;

/// The ways that a fact is about: of what is sent, of what is brought.
type Ways = [Option<Direction>; 2];

/// The causes by what tells them apart.
#[derive(Default)]
struct Causes(BTreeMap<(Place, Place, Kind, String), Cause>);

impl Causes {
    /// Adds a fact that travels these ways; `there` is what it means to who is older, `back` to who is newer.
    fn add(
        &mut self,
        fact: &Fact,
        ways: Ways,
        (there, back): (Kind, Kind),
        rust: Bump,
        operations: impl IntoIterator<Item = usize>,
    ) {
        let key = (
            fact.old.clone(),
            fact.new.clone(),
            fact.kind,
            fact.message.clone(),
        );
        let cause = self.0.entry(key).or_insert_with(|| unjudged(fact));
        let [requests, responses] =
            ways.map(|way| way.map_or(Level::Compatible, |way| verdict::wire(there, way)));
        cause.requests = cause.requests.max(requests);
        cause.responses = cause.responses.max(responses);
        cause.rust = cause.rust.max(rust);
        let mut ways = ways.iter().flatten();
        cause.hazard |= ways.any(|way| verdict::wire(back, *way) == Level::Breaking);
        cause.operations.extend(operations);
    }

    /// A fact of one operation.
    fn add_of_caller(&mut self, caller: Caller, fact: &Fact) {
        let mirror = verdict::mirror(fact.kind);
        // Nothing is generated for calls to the client.
        let (kinds, rust) = if caller.reversed {
            ((mirror, fact.kind), Bump::None)
        } else {
            ((fact.kind, mirror), verdict::unseen(fact.kind))
        };
        let ways = [Direction::Request, Direction::Response].map(|direction| {
            let direction = if caller.reversed {
                direction.reversed()
            } else {
                direction
            };
            Some(direction).filter(|way| fact.only.is_none_or(|only| only == *way))
        });
        let operation = Some(caller.operation).filter(|at| *at != usize::MAX);
        self.add(fact, ways, kinds, rust, operation);
    }

    /// All of them, in the order of the documents.
    fn settled(self) -> Vec<Cause> {
        let mut causes: Vec<Cause> = self.0.into_values().collect();
        for cause in &mut causes {
            cause.operations.sort_unstable();
            cause.operations.dedup();
        }
        drop_secondary(&mut causes);
        causes
    }
}

fn unjudged(fact: &Fact) -> Cause {
    Cause {
        kind: fact.kind,
        old: fact.old.clone(),
        new: fact.new.clone(),
        message: fact.message.clone(),
        requests: Level::Compatible,
        responses: Level::Compatible,
        rust: Bump::None,
        hazard: false,
        operations: Vec::new(),
    }
}

impl Wire<'_> {
    /// One cause for each thing that changed, with all it reaches.
    pub(super) fn outcome(self) -> Outcome {
        let mut causes = Causes::default();
        for (caller, fact) in &self.facts {
            causes.add_of_caller(*caller, fact);
        }
        let reached = spread::spread(&self.pairs, &self.roots);
        for (pair, reach) in self.pairs.nodes.iter().zip(&reached) {
            for fact in &pair.facts {
                let ways = [Direction::Request, Direction::Response].map(|direction| {
                    let concerns = fact.only.is_none_or(|only| only == direction);
                    (concerns && reach.is_reached(direction)).then_some(direction)
                });
                if ways == [None, None] {
                    continue;
                }
                let kinds = (fact.kind, verdict::mirror(fact.kind));
                let operations = ways.iter().flatten();
                let operations = operations.flat_map(|way| reach.operations(*way));
                causes.add(fact, ways, kinds, verdict::unseen(fact.kind), operations);
            }
        }
        Outcome {
            causes: causes.settled(),
            operations: self.labels,
        }
    }
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
