//! The memory of this process over a run.

use std::fmt;

/// Growth below this is noise of the allocator and of threads that come and go.
const NOISE: u64 = 16 << 20;

/// Runs below this many calls are over before everything is warm.
const SHORT: u64 = 2_000;

/// The memory at a tenth of the run, when everything is warm, and the most of it behind that.
#[derive(Debug, Default)]
pub(super) struct Watch {
    /// The call from which on the memory is looked at; none in a short run.
    warm_at: Option<u64>,
    warm: Option<u64>,
    most: u64,
    last: u64,
}

/// How the memory went.
#[derive(Debug)]
pub(super) struct Growth {
    warm: u64,
    most: u64,
    last: u64,
}

impl Watch {
    pub(super) fn new(calls: u64) -> Self {
        Self {
            warm_at: (calls >= SHORT).then_some(calls / 10),
            ..Self::default()
        }
    }

    /// Looks at the memory now and then.
    pub(super) fn look(&mut self, over: u64) {
        if self.warm_at.is_none_or(|warm| over < warm) || !over.is_multiple_of(64) {
            return;
        }
        if let Some(now) = resident() {
            self.warm.get_or_insert(now);
            self.most = self.most.max(now);
            self.last = now;
        }
    }

    pub(super) fn growth(self) -> Option<Growth> {
        let (most, last) = (self.most, self.last);
        self.warm.map(|warm| Growth { warm, most, last })
    }
}

impl Growth {
    /// Whether the end is where the warm state was.
    pub(super) fn is_flat(&self) -> bool {
        self.last <= self.warm + NOISE
    }
}

impl fmt::Display for Growth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mib = |bytes: u64| bytes >> 20;
        let flat = if self.is_flat() { "flat" } else { "GROWING" };
        let (warm, most, last) = (mib(self.warm), mib(self.most), mib(self.last));
        write!(
            f,
            "{flat}: {warm} MiB after a tenth, {most} MiB at most, {last} MiB at the end"
        )
    }
}

/// The resident memory of this process in bytes, where the system tells it in a file.
fn resident() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib << 10)
}
