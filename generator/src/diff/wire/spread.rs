//! Which operations reach which pair of schemas, and which way.

use std::collections::{HashSet, VecDeque};

use super::Caller;
use super::pairs::{PairId, Pairs};
use crate::diff::change::Direction;

/// The operations that reach a pair: a bit for each, in requests and in answers.
#[derive(Debug, Clone, Default)]
pub(super) struct Reach {
    requests: Set,
    responses: Set,
}

/// A set of operations; the bit behind the last one stands for "no operation in particular".
#[derive(Debug, Clone, Default)]
struct Set(Vec<u64>);

impl Set {
    /// Adds another set; says whether that changed anything.
    fn take(&mut self, other: &Self) -> bool {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        let mut changed = false;
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            changed |= *theirs & !*mine != 0;
            *mine |= theirs;
        }
        changed
    }

    fn insert(&mut self, bit: usize) -> bool {
        let mut one = vec![0; bit / 64 + 1];
        one[bit / 64] = 1 << (bit % 64);
        self.take(&Self(one))
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

    fn set_mut(&mut self, direction: Direction) -> &mut Set {
        match direction {
            Direction::Request => &mut self.requests,
            Direction::Response => &mut self.responses,
        }
    }

    pub(super) fn is_reached(&self, direction: Direction) -> bool {
        self.set(direction).bits().next().is_some()
    }

    /// The operations of this direction.
    pub(super) fn operations(&self, direction: Direction) -> Vec<usize> {
        let bits = self.set(direction).bits();
        bits.filter_map(|bit| bit.checked_sub(1)).collect()
    }
}

/// What is still to be spread, each once: what reaches a pair while it waits goes on with it.
#[derive(Default)]
struct Queue {
    waiting: VecDeque<(PairId, Direction)>,
    is_waiting: HashSet<(PairId, Direction)>,
}

impl Queue {
    fn push(&mut self, one: (PairId, Direction)) {
        if self.is_waiting.insert(one) {
            self.waiting.push_back(one);
        }
    }

    fn pop(&mut self) -> Option<(PairId, Direction)> {
        let one = self.waiting.pop_front()?;
        self.is_waiting.remove(&one);
        Some(one)
    }
}

/// Spreads every root over all that is within it.
pub(super) fn spread(pairs: &Pairs<'_>, roots: &[(Caller, PairId, Direction)]) -> Vec<Reach> {
    let mut reached = vec![Reach::default(); pairs.nodes.len()];
    let mut queue = Queue::default();
    for (caller, pair, direction) in roots {
        // Bit 0 is "no operation"; `usize::MAX` wraps to it.
        let bit = caller.operation.wrapping_add(1);
        if let Some(reach) = reached.get_mut(*pair)
            && reach.set_mut(*direction).insert(bit)
        {
            queue.push((*pair, *direction));
        }
    }
    while let Some((pair, direction)) = queue.pop() {
        let Some(set) = reached.get(pair).map(|reach| reach.set(direction).clone()) else {
            continue;
        };
        for edge in pairs
            .nodes
            .get(pair)
            .map(|pair| &pair.edges[..])
            .unwrap_or_default()
        {
            let open = match direction {
                Direction::Request => edge.requests,
                Direction::Response => edge.responses,
            };
            if open
                && let Some(reach) = reached.get_mut(edge.to)
                && reach.set_mut(direction).take(&set)
            {
                queue.push((edge.to, direction));
            }
        }
    }
    reached
}
