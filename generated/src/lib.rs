//! Typed, streaming client of the Humanloop v4 chat and completion calls.

#[rustfmt::skip]
mod api;
pub mod client;
mod error;
#[cfg(feature = "mock")]
pub mod mock;
pub mod runtime;
pub mod sse;

/// The crates whose types stand in signatures here, in the versions that fit.
#[doc(no_inline)]
pub use {bytes, futures_core, http, reqwest};

pub use api::{endpoints, types};
pub use client::{Builder, Client};
pub use error::{Error, Result};
pub use runtime::{
    Body, BoxError, BoxFuture, Call, EventStream, Meta, RawEvent, RawStream, Response, RetryPolicy,
    Running, Sample, Samples, Secret, TextPiece, TextStream, Transport, TransportError,
};
