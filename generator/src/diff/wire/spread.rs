//! Which operations reach which pair of schemas, and which way.

use std::rc::Rc;

use super::Caller;
use super::pairs::{Pair, PairId, Pairs};
use crate::diff::change::Direction;
use crate::knots::Knots;

/// The operations that reach a pair: a bit for each, in requests and in answers.
#[derive(Debug, Clone, Default)]
pub(super) struct Reach {
    requests: Rc<Set>,
    responses: Rc<Set>,
}

/// A set of operations; the bit behind the last one stands for "no operation in particular".
#[derive(Debug, Clone, Default)]
struct Set(Vec<u64>);

impl Set {
    /// Adds another set.
    fn take(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine |= theirs;
        }
    }

    fn insert(&mut self, bit: usize) {
        let mut one = vec![0; bit / 64 + 1];
        one[bit / 64] = 1 << (bit % 64);
        self.take(&Self(one));
    }

    fn bits(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().flat_map(|(word, bits)| {
            (0..64)
                .filter(move |bit| bits & (1 << bit) != 0)
                .map(move |bit| word * 64 + bit)
        })
    }
}

impl Reach {
    fn set(&self, direction: Direction) -> &Set {
        match direction {
            Direction::Request => &self.requests,
            Direction::Response => &self.responses,
        }
    }

    pub(super) fn is_reached(&self, direction: Direction) -> bool {
        self.set(direction).0.iter().any(|bits| *bits != 0)
    }

    /// The operations of this direction.
    pub(super) fn operations(&self, direction: Direction) -> Vec<usize> {
        let bits = self.set(direction).bits();
        bits.filter_map(|bit| bit.checked_sub(1)).collect()
    }
}

/// Spreads every root over all that is within it.
pub(super) fn spread(pairs: &Pairs<'_>, roots: &[(Caller, PairId, Direction)]) -> Vec<Reach> {
    let requests = along(&pairs.nodes, roots, Direction::Request);
    let responses = along(&pairs.nodes, roots, Direction::Response);
    let both = requests.into_iter().zip(responses);
    both.map(|(requests, responses)| Reach {
        requests,
        responses,
    })
    .collect()
}

/// Where the edges of a pair lead in this direction.
fn within(pair: &Pair<'_>, direction: Direction) -> impl Iterator<Item = PairId> {
    let edges = pair.edges.iter().filter(move |edge| match direction {
        Direction::Request => edge.requests,
        Direction::Response => edge.responses,
    });
    edges.map(|edge| edge.to)
}

/// The operations that reach each pair in one direction: knot by knot, each way once.
fn along(
    pairs: &[Pair<'_>],
    roots: &[(Caller, PairId, Direction)],
    direction: Direction,
) -> Vec<Rc<Set>> {
    let roots = || roots.iter().filter(|(.., way)| *way == direction);
    let starts = roots().map(|(_, pair, _)| *pair);
    let knots = Knots::new(pairs.len(), starts, |pair| within(&pairs[pair], direction));
    let mut sets = vec![Set::default(); knots.members.len()];
    for (caller, pair, _) in roots() {
        // Bit 0 is "no operation"; `usize::MAX` wraps to it.
        let bit = caller.operation.wrapping_add(1);
        if let Some(knot) = knots.of(*pair) {
            sets[knot].insert(bit);
        }
    }
    for (knot, members) in knots.members.iter().enumerate().rev() {
        let (before, set) = sets.split_at_mut(knot);
        let inner = members
            .iter()
            .flat_map(|pair| within(&pairs[*pair], direction));
        for next in inner.filter_map(|pair| knots.of(pair)) {
            // Ways within a knot lead nowhere else.
            if let (Some(next), Some(set)) = (before.get_mut(next), set.first()) {
                next.take(set);
            }
        }
    }
    let sets: Vec<Rc<Set>> = sets.into_iter().map(Rc::new).collect();
    let nobody = Rc::new(Set::default());
    let of = |pair| knots.of(pair).map_or(&nobody, |knot| &sets[knot]);
    (0..pairs.len()).map(|pair| Rc::clone(of(pair))).collect()
}
