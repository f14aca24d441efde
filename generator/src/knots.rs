//! Knots of a graph: nodes that reach each other, so that what reaches one of them reaches them all.

/// The knots of a graph; a node that no way leads back to is one by itself.
pub(crate) struct Knots {
    /// The knot of each node; `None` where no root leads.
    of: Vec<Option<usize>>,
    /// The nodes of each knot; ways lead from knots to those before them.
    pub(crate) members: Vec<Vec<usize>>,
}

impl Knots {
    /// The knots that `roots` lead to, where `next` tells the nodes that a node leads to.
    pub(crate) fn new<I: Iterator<Item = usize>>(
        nodes: usize,
        roots: impl Iterator<Item = usize>,
        next: impl Fn(usize) -> I,
    ) -> Self {
        let mut search = Search {
            next,
            order: vec![0; nodes],
            low: vec![0; nodes],
            seen: 0,
            open: Vec::new(),
            found: Self {
                of: vec![None; nodes],
                members: Vec::new(),
            },
        };
        for root in roots {
            search.from(root);
        }
        search.found
    }

    /// The knot of a node; `None` when no root leads to it.
    pub(crate) fn of(&self, node: usize) -> Option<usize> {
        self.of.get(node).copied().flatten()
    }
}

/// A walk in depth over all nodes, without recursion: documents may be deep.
struct Search<F> {
    next: F,
    /// When each node was first met, counted from one; zero for "not yet".
    order: Vec<usize>,
    /// The earliest node still open that each one leads to.
    low: Vec<usize>,
    seen: usize,
    /// Nodes that were met and whose knot is not known.
    open: Vec<usize>,
    found: Knots,
}

/// What the walk does next.
enum Step {
    Enter(usize),
    /// All that the node leads to was walked.
    Leave(usize),
}

impl<I: Iterator<Item = usize>, F: Fn(usize) -> I> Search<F> {
    fn from(&mut self, root: usize) {
        let mut steps = vec![Step::Enter(root)];
        while let Some(step) = steps.pop() {
            match step {
                Step::Enter(node) if self.order[node] == 0 => {
                    self.enter(node);
                    steps.push(Step::Leave(node));
                    let inner = (self.next)(node).filter(|to| self.order[*to] == 0);
                    steps.extend(inner.map(Step::Enter));
                }
                Step::Enter(_) => {}
                Step::Leave(node) => self.leave(node),
            }
        }
    }

    fn enter(&mut self, node: usize) {
        self.seen += 1;
        self.order[node] = self.seen;
        self.low[node] = self.seen;
        self.open.push(node);
    }

    /// Closes a node; the first of its knot takes the others along.
    fn leave(&mut self, node: usize) {
        for to in (self.next)(node) {
            if self.found.of[to].is_none() {
                self.low[node] = self.low[node].min(self.low[to]);
            }
        }
        if self.low[node] != self.order[node] {
            return;
        }
        let first = self.open.iter().rposition(|open| *open == node);
        let knot = self.open.split_off(first.unwrap_or_default());
        for member in &knot {
            self.found.of[*member] = Some(self.found.members.len());
        }
        self.found.members.push(knot);
    }
}
