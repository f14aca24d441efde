// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `things`.

use crate::Client;
use crate::runtime::{Call, Endpoint, Framing, NoFailure, Raw, Route, Streamed, Streaming, Verb};
use super::types::Thing;

impl Client {
    /// `GET /things` returns a stream of [`Thing`].
    pub fn things(&self) -> Call<Things, Streaming> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::things`](crate::Client::things).
#[derive(Debug, Clone, Copy)]
pub struct Things;

impl Endpoint for Things {
    const ROUTE: Route = Route::new("things", Verb::Get, "/things");
    type Reply = Raw;
    type Failure = NoFailure;
}

impl Streamed for Things {
    type Event = Thing;
    const FRAMING: Framing = Framing::JsonLines;
    const ACCEPT: &'static str = "application/x-ndjson, application/jsonl, application/json-seq";
}
