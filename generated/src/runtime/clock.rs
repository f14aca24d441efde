//! Time: the one module that knows where clocks and timers come from.
//!
//! Timers need tokio's; where there is none (in a browser, or with a [`Transport`](super::Transport) on another
//! runtime) nothing ever times out and nothing is sent twice.

use std::future::Future;
#[cfg(not(target_arch = "wasm32"))]
use std::pin::Pin;
#[cfg(not(target_arch = "wasm32"))]
use std::ptr;
use std::task::{Context, Poll};
#[cfg(not(target_arch = "wasm32"))]
use std::task::{RawWakerVTable, Waker};
use std::time::Duration;

/// A moment.
#[derive(Clone, Copy)]
pub(crate) struct Moment(#[cfg(not(target_arch = "wasm32"))] tokio::time::Instant);

impl Moment {
    pub(crate) fn now() -> Self {
        Self(
            #[cfg(not(target_arch = "wasm32"))]
            tokio::time::Instant::now(),
        )
    }

    /// The time that has passed since.
    pub(crate) fn elapsed(self) -> Duration {
        #[cfg(not(target_arch = "wasm32"))]
        return self.0.elapsed();
        #[cfg(target_arch = "wasm32")]
        Duration::ZERO
    }
}

/// A timer that can be set anew; it is made when it is first waited for.
pub(crate) struct Timer {
    #[cfg(not(target_arch = "wasm32"))]
    sleep: Option<Pin<Box<tokio::time::Sleep>>>,
    /// Who is woken when it goes off.
    #[cfg(not(target_arch = "wasm32"))]
    sleeper: Option<Sleeper>,
}

/// A waker that is kept, and what it was a clone of.
///
/// [`Waker::will_wake`] knows a clone by the address of its vtable, of which a program may hold several; then every
/// poll would look like that of another task.
#[cfg(not(target_arch = "wasm32"))]
struct Sleeper {
    waker: Waker,
    vtable: &'static RawWakerVTable,
}

#[cfg(not(target_arch = "wasm32"))]
impl Sleeper {
    fn of(cx: &Context<'_>) -> Self {
        Self {
            waker: cx.waker().clone(),
            vtable: cx.waker().vtable(),
        }
    }

    /// Whether the one who polls is this one. The clone keeps its data alive, so that no other can have the address.
    fn is(&self, cx: &Context<'_>) -> bool {
        let other = cx.waker();
        self.waker.data() == other.data() && ptr::eq(self.vtable, other.vtable())
    }
}

impl Timer {
    pub(crate) fn new() -> Self {
        Self {
            #[cfg(not(target_arch = "wasm32"))]
            sleep: None,
            #[cfg(not(target_arch = "wasm32"))]
            sleeper: None,
        }
    }

    /// Ready once `limit` has passed since `start`.
    ///
    /// A later start is noticed when the timer goes off, so that progress costs nothing.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn poll_since(
        &mut self,
        start: Moment,
        limit: Duration,
        cx: &mut Context<'_>,
    ) -> Poll<()> {
        let Some(end) = start.0.checked_add(limit) else {
            return Poll::Pending;
        };
        if self.sleep.is_none() && !can_wait() {
            return Poll::Pending;
        }
        let sleep = self
            .sleep
            .get_or_insert_with(|| Box::pin(tokio::time::sleep_until(end)));
        let known = self.sleeper.as_ref().is_some_and(|one| one.is(cx));
        if known && !sleep.is_elapsed() && sleep.deadline() <= end {
            // It will say so itself.
            return Poll::Pending;
        }
        if !known {
            self.sleeper = Some(Sleeper::of(cx));
        }
        if sleep.deadline() > end {
            sleep.as_mut().reset(end);
        }
        while sleep.as_mut().poll(cx).is_ready() {
            if sleep.deadline() >= end {
                return Poll::Ready(());
            }
            sleep.as_mut().reset(end);
        }
        Poll::Pending
    }

    /// Never ready: there are no timers here.
    #[cfg(target_arch = "wasm32")]
    #[expect(clippy::unused_self, reason = "the signature of the real one")]
    pub(crate) fn poll_since(
        &mut self,
        _start: Moment,
        _limit: Duration,
        _cx: &mut Context<'_>,
    ) -> Poll<()> {
        Poll::Pending
    }
}

/// Whether timers work here.
pub(crate) fn can_wait() -> bool {
    #[cfg(not(target_arch = "wasm32"))]
    return tokio::runtime::Handle::try_current().is_ok();
    #[cfg(target_arch = "wasm32")]
    false
}

/// Waits for this time.
pub(crate) async fn wait(time: Duration) {
    let (mut timer, start) = (Timer::new(), Moment::now());
    std::future::poll_fn(|cx| timer.poll_since(start, time, cx)).await;
}

/// The future's result, or `None` once `limit` has passed since `start`.
pub(crate) async fn within<T>(
    start: Moment,
    limit: Option<Duration>,
    future: impl Future<Output = T>,
) -> Option<T> {
    let mut future = std::pin::pin!(future);
    let mut timer = Timer::new();
    std::future::poll_fn(|cx| {
        if let Poll::Ready(result) = future.as_mut().poll(cx) {
            return Poll::Ready(Some(result));
        }
        match limit {
            Some(limit) => timer.poll_since(start, limit, cx).map(|()| None),
            None => Poll::Pending,
        }
    })
    .await
}
