// Written by `cargo xtask generate` from `schema.yaml`; change that and run it again.
//! Parameters, version `1`.
//!
//! ```no_run
//! # async fn run() -> it::Result<()> {
//! let client = it::Client::from_env()?; // PARAMETERS_BASE_URL
//! # Ok(())
//! # }
//! ```
//!
//! Calls are methods of [`Client`]; [`endpoints`] lists them, and [`types`] has what they take and return.
//! [`Client::builder`] sets what holds for all calls, the methods of a [`Call`] what holds for one. An [`Error`]
//! says what went wrong; [`Error::failure`] reads the body of a failure as the type that the call names.
//!
//! `PARAMETERS_BASE_URL` says where requests go, else `https://parameters.example/v1`.
//!
//! Features: `rustls` (default) or `native-tls`; `http2`; `blocking` for calls without an async runtime;
//! `tracing` for spans of calls.

#[rustfmt::skip]
mod api;
pub mod client;
mod error;
pub mod runtime;

/// The crates whose types stand in signatures here, in the versions that fit.
#[doc(no_inline)]
pub use {bytes, futures_core, http, reqwest, serde_json};

pub use api::{endpoints, types};
#[doc(inline)]
pub use client::{Builder, Client};
pub use error::{Error, Result};
pub use runtime::{
    Body, BoxError, BoxFuture, Call, Endpoint, Maybe, Meta, Response, RetryPolicy, Secret,
    Transport, TransportError, UnknownNumber, UnknownWord,
};
