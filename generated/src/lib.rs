//! Typed, streaming client of the Humanloop v4 chat and completion calls.
//!
//! ```no_run
//! use humanloop::Client;
//! use humanloop::types::{ChatExperimentRequest, ChatMessage, ChatRole};
//!
//! # async fn run() -> humanloop::Result<()> {
//! let client = Client::from_env()?; // HUMANLOOP_API_KEY, HUMANLOOP_BASE_URL
//! let question = ChatMessage::new(ChatRole::User).content("When is high tide?");
//! let request = ChatExperimentRequest::new("exp_…", [question]).project("harbour-guide");
//!
//! // One answer.
//! let reply = client.chat_experiment(&request).await?;
//! println!("{}", reply.data[0].output);
//!
//! // The same answer, token by token.
//! let mut text = client.chat_experiment_stream(&request).await?.text();
//! while let Some(piece) = text.next().await {
//!     print!("{}", piece?);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! | document | path | one answer | stream |
//! | --- | --- | --- | --- |
//! | Chat Model Config | `/chat-model-config` | [`chat_model_config`](Client::chat_model_config) | [`chat_model_config_stream`](Client::chat_model_config_stream) |
//! | Chat Experiment, Create Experiment Stream | `/chat-experiment` | [`chat_experiment`](Client::chat_experiment) | [`chat_experiment_stream`](Client::chat_experiment_stream) |
//! | Completion Model Config | `/completion-model-config` | [`completion_model_config`](Client::completion_model_config) | [`completion_model_config_stream`](Client::completion_model_config_stream) |
//!
//! - **Streams.** An [`EventStream`] gives typed events; [`samples`](EventStream::samples) puts them together, one text
//!   per sample; [`text`](EventStream::text) gives the pieces of text; [`raw`](EventStream::raw) the bytes beside each
//!   event. Dropping a stream closes its connection.
//! - **Options of one call** are methods of [`Call`]: `timeout`, `retries`, `header`, `extra`, `idempotency_key`;
//!   [`send_with_meta`](Call::send_with_meta) brings status, headers, attempts and the body as it came. Those of all
//!   calls are on [`Client::builder`].
//! - **Errors.** An [`Error`] says what kind it is (`is_timeout`, `is_cut`, `is_rate_limited`, …), its status, the body,
//!   and [`failure`](Error::failure) the body as the schema knows it. What came before an error in a stream is
//!   delivered first; a sample that ended early is told from one that is complete.
//! - **Retries.** Two by default, though calls are `POST`, for failures to connect and 408, 429, 500, 502, 503 and 504;
//!   never once an answer has begun; `retries(0)` turns them off. `Retry-After` is honoured.
//! - **Secrets.** Keys are never printed, go over `https://` or to this machine, and follow no redirect.
//! - **What the schema does not know yet** is no error: unknown words are kept, unknown members are in the raw body.
//! - **Tests.** The feature `mock` has a server of the whole API, with faults: `humanloop::mock`.
//!
//! The [`guide`] has each of these with a program that runs.

#[rustfmt::skip]
mod api;
pub mod client;
mod error;
pub mod guide;
#[cfg(feature = "mock")]
pub mod mock;
pub mod runtime;
pub mod sse;

/// The crates whose types stand in signatures here, in the versions that fit.
#[doc(no_inline)]
pub use {bytes, futures_core, http, reqwest, serde_json};

pub use api::{endpoints, types};
#[doc(inline)]
pub use client::{Builder, Client};
pub use error::{Error, Result};
#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
pub use runtime::Blocking;
pub use runtime::{
    Body, BoxError, BoxFuture, Call, Endpoint, EventStream, Maybe, Meta, RawEvent, RawStream,
    Response, RetryPolicy, Running, Sample, Samples, Secret, Streaming, TextPiece, TextStream,
    Transport, TransportError, UnknownWord,
};
#[cfg(test)]
pub use runtime::{Duration, UnknownNumber, Upload};
