//! Streams as iterators, for threads without an async runtime.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;

use futures_core::Stream;

use super::blocking::wait;
use super::meta::Meta;
use super::stream::{EventStream, RawStream};
use crate::error::Result;

/// A stream as an iterator, for threads without an async runtime.
///
/// Dropping it closes the connection, as with the stream itself. An iterator that was carried into an async runtime
/// ends with an error there.
#[must_use = "a stream does nothing unless it is read"]
pub struct Blocking<S> {
    stream: S,
    over: bool,
}

impl<S> Blocking<S> {
    pub(crate) fn new(stream: S) -> Self {
        Self {
            stream,
            over: false,
        }
    }

    /// The stream, to go on with in async code.
    pub fn into_inner(self) -> S {
        self.stream
    }
}

impl<T, S: Stream<Item = Result<T>> + Unpin> Iterator for Blocking<S> {
    type Item = Result<T>;

    fn next(&mut self) -> Option<Result<T>> {
        if self.over {
            return None;
        }
        let next = wait(poll_fn(|cx| Pin::new(&mut self.stream).poll_next(cx)));
        next.unwrap_or_else(|error| {
            self.over = true;
            Some(Err(error))
        })
    }
}

impl<E> Blocking<EventStream<E>> {
    /// Status, headers, attempts and times of the answer's head.
    pub fn meta(&self) -> &Meta {
        self.stream.meta()
    }

    /// The same events with the exact bytes of each beside its value.
    pub fn raw(self) -> Blocking<RawStream<E>> {
        Blocking::new(self.stream.raw())
    }
}

impl<S: fmt::Debug> fmt::Debug for Blocking<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.stream.fmt(f)
    }
}
