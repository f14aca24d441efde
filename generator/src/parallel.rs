//! Work that can be parted, on as many threads as there are processors.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, ScopedJoinHandle};

/// Fewer jobs than these are done here: a thread costs more than they do.
const FEW: usize = 8;

/// Applies a function to each job; what it returns is in the order of the jobs.
pub(crate) fn in_parallel<'j, J: Sync, T: Send>(
    jobs: &'j [J],
    f: impl Fn(&'j J) -> T + Sync,
) -> Vec<T> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    if threads == 1 || jobs.len() < FEW {
        return jobs.iter().map(f).collect();
    }
    let next = AtomicUsize::new(0);
    // Jobs differ much in size, so each thread takes the next one when it is done with one.
    let work = || {
        let take = || {
            let at = next.fetch_add(1, Ordering::Relaxed);
            jobs.get(at).map(|job| (at, f(job)))
        };
        std::iter::from_fn(take).collect::<Vec<_>>()
    };
    let mut done = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let own = work();
        let others = others.into_iter().flat_map(join);
        own.into_iter().chain(others).collect::<Vec<_>>()
    });
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, value)| value).collect()
}

/// What a thread returned; its panic goes on in this one.
pub(crate) fn join<T>(worker: ScopedJoinHandle<'_, T>) -> T {
    worker.join().unwrap_or_else(|panic| resume_unwind(panic))
}
