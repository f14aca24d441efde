//! Limits on waiting for something that comes again and again.

use std::task::Context;
use std::time::Duration;

use super::clock::{Moment, Timer};

/// In how many parts a limit is waited for.
const PARTS: u32 = 8;

/// A limit on waiting. It runs only while something is waited for, not while the reader is busy elsewhere.
///
/// It is waited for in parts, and what comes begins the count anew without a look at the clock, which for short
/// events would cost more than finding where they end. So it is noticed up to one part later than it passes.
pub(super) struct Watch {
    limit: Option<Duration>,
    /// How long a part of it is.
    part: Duration,
    /// The current part's start.
    start: Option<Moment>,
    /// How many parts went by, of which the first one may have begun earlier than the wait.
    parts: u32,
    timer: Timer,
}

impl Watch {
    pub(super) fn new(limit: Option<Duration>) -> Self {
        Self {
            limit,
            part: limit.unwrap_or_default() / PARTS,
            start: None,
            parts: 0,
            timer: Timer::new(),
        }
    }

    /// Something came.
    #[inline]
    pub(super) fn reset(&mut self) {
        self.parts = 0;
    }

    /// The limit, when it has passed.
    #[inline]
    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Option<Duration> {
        let limit = self.limit?;
        let mut start = match self.start {
            Some(start) => start,
            None => self.begin(1),
        };
        while self.timer.poll_since(start, self.part, cx).is_ready() {
            if self.parts == PARTS {
                return Some(limit);
            }
            start = self.begin(self.parts + 1);
        }
        None
    }

    /// Begins the part that follows so many others.
    fn begin(&mut self, parts: u32) -> Moment {
        let start = Moment::now();
        self.start = Some(start);
        self.parts = parts;
        start
    }
}

#[cfg(test)]
mod tests {
    use std::future::poll_fn;
    use std::task::Poll;

    use tokio::time::{Instant, advance};

    use super::*;

    const LIMIT: Duration = Duration::from_millis(800);

    async fn passed(watch: &mut Watch) -> Option<Duration> {
        poll_fn(|cx| Poll::Ready(watch.poll(cx))).await
    }

    #[tokio::test(start_paused = true)]
    async fn silence_from_the_start_is_noticed_at_once() {
        let mut watch = Watch::new(Some(LIMIT));
        let start = Instant::now();
        while passed(&mut watch).await.is_none() {
            advance(Duration::from_millis(1)).await;
        }
        // A timer of tokio goes off up to a millisecond late, and there is one for each part.
        let most = LIMIT + Duration::from_millis(PARTS.into());
        let waited = start.elapsed();
        assert!(LIMIT <= waited && waited <= most, "{waited:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn what_comes_begins_anew() {
        let mut watch = Watch::new(Some(LIMIT));
        let step = Duration::from_millis(7);
        for _ in 0..5 {
            let start = Instant::now();
            while start.elapsed() + step < LIMIT {
                assert_eq!(passed(&mut watch).await, None);
                advance(step).await;
            }
            watch.reset();
        }
        let start = Instant::now();
        while passed(&mut watch).await.is_none() {
            advance(step).await;
        }
        let (waited, most) = (start.elapsed(), LIMIT + (LIMIT / PARTS + 2 * step));
        assert!(LIMIT <= waited && waited <= most, "{waited:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_reader_who_was_away_has_all_the_time_again() {
        let mut watch = Watch::new(Some(LIMIT));
        assert_eq!(passed(&mut watch).await, None);
        advance(10 * LIMIT).await;
        watch.reset();
        let start = Instant::now();
        while passed(&mut watch).await.is_none() {
            advance(Duration::from_millis(1)).await;
        }
        assert!(start.elapsed() >= LIMIT, "{:?}", start.elapsed());
    }
}
