//! Knots: the pairs that reach each other, so that what reaches one of them reaches them all.

use super::pairs::{Pair, PairId};
use crate::diff::change::Direction;

/// The knots of all pairs; a pair that no way leads back to is one by itself.
pub(super) struct Knots {
    /// The knot of each pair; `None` where no root leads.
    of: Vec<Option<usize>>,
    /// The pairs of each knot; ways lead from knots to those before them.
    pub(super) pairs: Vec<Vec<PairId>>,
}

impl Knots {
    /// The knots that `roots` lead to.
    pub(super) fn new(
        pairs: &[Pair<'_>],
        roots: impl Iterator<Item = PairId>,
        direction: Direction,
    ) -> Self {
        let mut search = Search {
            pairs,
            direction,
            order: vec![0; pairs.len()],
            low: vec![0; pairs.len()],
            seen: 0,
            open: Vec::new(),
            found: Self {
                of: vec![None; pairs.len()],
                pairs: Vec::new(),
            },
        };
        for root in roots {
            search.from(root);
        }
        search.found
    }

    /// The knot of a pair; `None` when no root leads to it.
    pub(super) fn of(&self, pair: PairId) -> Option<usize> {
        self.of.get(pair).copied().flatten()
    }
}

/// Where the edges of a pair lead in this direction.
pub(super) fn within(
    pair: &Pair<'_>,
    direction: Direction,
) -> impl DoubleEndedIterator<Item = PairId> {
    let edges = pair.edges.iter().filter(move |edge| match direction {
        Direction::Request => edge.requests,
        Direction::Response => edge.responses,
    });
    edges.map(|edge| edge.to)
}

/// A walk in depth over all pairs, without recursion: documents may be deep.
struct Search<'p, 'a> {
    pairs: &'p [Pair<'a>],
    direction: Direction,
    /// When each pair was first met, counted from one; zero for "not yet".
    order: Vec<usize>,
    /// The earliest pair still open that each one leads to.
    low: Vec<usize>,
    seen: usize,
    /// Pairs that were met and whose knot is not known.
    open: Vec<PairId>,
    found: Knots,
}

/// What the walk does next.
enum Step {
    Enter(PairId),
    /// All within the pair was walked.
    Leave(PairId),
}

impl Search<'_, '_> {
    fn from(&mut self, root: PairId) {
        let mut steps = vec![Step::Enter(root)];
        while let Some(step) = steps.pop() {
            match step {
                Step::Enter(pair) if self.order[pair] == 0 => {
                    self.enter(pair);
                    steps.push(Step::Leave(pair));
                    let inner = within(&self.pairs[pair], self.direction);
                    steps.extend(inner.filter(|to| self.order[*to] == 0).map(Step::Enter));
                }
                Step::Enter(_) => {}
                Step::Leave(pair) => self.leave(pair),
            }
        }
    }

    fn enter(&mut self, pair: PairId) {
        self.seen += 1;
        self.order[pair] = self.seen;
        self.low[pair] = self.seen;
        self.open.push(pair);
    }

    /// Closes a pair; the first of its knot takes the others along.
    fn leave(&mut self, pair: PairId) {
        for to in within(&self.pairs[pair], self.direction) {
            if self.found.of[to].is_none() {
                self.low[pair] = self.low[pair].min(self.low[to]);
            }
        }
        if self.low[pair] != self.order[pair] {
            return;
        }
        let first = self.open.iter().rposition(|open| *open == pair);
        let knot = self.open.split_off(first.unwrap_or_default());
        for member in &knot {
            self.found.of[*member] = Some(self.found.pairs.len());
        }
        self.found.pairs.push(knot);
    }
}
