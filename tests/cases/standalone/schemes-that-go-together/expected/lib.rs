// Written by `cargo xtask generate` from `schema.yaml`; change that and run it again.
//! Tools, version `1`.
//!
//! ```no_run
//! # async fn run() -> it::Result<()> {
//! let client = it::Client::from_env()?; // TOOLS_API_KEY, TOOLS_BASE_URL and those below
//! # Ok(())
//! # }
//! ```
//!
//! Calls are methods of [`Client`]; [`endpoints`] lists them, and [`types`] has what they take and return.
//! [`Client::builder`] sets what holds for all calls, the methods of a [`Call`] what holds for one. An [`Error`]
//! says what went wrong; [`Error::failure`] reads the body of a failure as the type that the call names.
//!
//! `TOOLS_API_KEY` holds the credential of the calls that need a single one, and `TOOLS_BASE_URL` says where requests go; there is no other server.
//! Where calls need several credentials at once, each has a variable of its own, in code
//! [`Builder::credential`]; `TOOLS_API_KEY` stands for the one that is left:
//!
//! - `TOOLS_API_KEY_AUTH`: `ApiKeyAuth`
//! - `TOOLS_VERSION_HEADER`: `Version-Header`
//! - `TOOLS_CUSTOM`: `Custom`
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
    Body, BoxError, BoxFuture, Call, Endpoint, Meta, Response, RetryPolicy, Secret, Transport,
    TransportError,
};
