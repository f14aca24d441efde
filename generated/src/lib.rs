//! Typed, streaming client of the Humanloop v4 chat and completion calls.

#[rustfmt::skip]
mod api;
pub mod client;
mod error;
pub mod runtime;
pub mod sse;

pub use client::{Builder, Client};
pub use error::{Error, Result};
pub use runtime::{
    Body, BoxError, BoxFuture, Call, EventStream, Meta, RawEvent, RawStream, Response, RetryPolicy,
    Running, Sample, Samples, Secret, TextPiece, TextStream, Transport, TransportError,
};
