// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `anything`.

use crate::Client;
use crate::runtime::{Call, Endpoint, Framing, NoFailure, Raw, Route, Streamed, Streaming, Verb};

impl Client {
    /// `GET /anything` returns a stream of `serde_json::Value`: Anything.
    pub fn anything(&self) -> Call<Anything, Streaming> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::anything`](crate::Client::anything).
#[derive(Debug, Clone, Copy)]
pub struct Anything;

impl Endpoint for Anything {
    const ROUTE: Route = Route::new("anything", Verb::Get, "/anything");
    type Reply = Raw;
    type Failure = NoFailure;
}

impl Streamed for Anything {
    type Event = serde_json::Value;
    const FRAMING: Framing = Framing::ServerSentEvents;
    const ERROR_MEMBERS: &'static [&'static str] = &[];
}
