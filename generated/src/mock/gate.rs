//! A gate before each event of a stream, for tests that go step by step without a clock.

use std::fmt;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Lets the events of a stream out one at a time.
///
/// Its clones are the same gate.
#[derive(Clone, Default)]
pub struct Gate(Arc<Shared>);

#[derive(Default)]
struct Shared {
    /// How many events may still pass.
    passes: Mutex<u64>,
    opened: Condvar,
}

impl Gate {
    /// A closed gate.
    pub fn new() -> Self {
        Self::default()
    }

    /// Lets one more event out.
    pub fn open(&self) {
        self.add(1);
    }

    /// Lets everything out from now on.
    pub fn open_wide(&self) {
        self.add(u64::MAX);
    }

    fn add(&self, more: u64) {
        let mut passes = self.passes();
        *passes = passes.saturating_add(more);
        self.0.opened.notify_all();
    }

    /// Waits a moment for the gate to open; true when the event may pass.
    pub(super) fn pass(&self, patience: Duration) -> bool {
        let waited = self
            .0
            .opened
            .wait_timeout_while(self.passes(), patience, |passes| *passes == 0);
        let (mut passes, _) = waited.unwrap_or_else(PoisonError::into_inner);
        let open = *passes > 0;
        if open && *passes < u64::MAX {
            *passes -= 1;
        }
        open
    }

    fn passes(&self) -> MutexGuard<'_, u64> {
        // A number is never half-written.
        self.0.passes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Gate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gate")
            .field("passes", &*self.passes())
            .finish()
    }
}
