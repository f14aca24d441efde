// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `tides`.

use crate::Client;
use crate::runtime::{Call, Endpoint, Framing, Json, Raw, Route, Streamed, Streaming, Verb};
use super::types::{Height, Problem};

impl Client {
    /// `GET /tides` returns a stream of [`Height`]: Heights as they are measured.
    /// Failures return [`Problem`]: `422` (No such harbour), `500` (The gauge is broken).
    pub fn watch(&self) -> Call<Watch, Streaming> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::watch`](crate::Client::watch).
#[derive(Debug, Clone, Copy)]
pub struct Watch;

impl Endpoint for Watch {
    const ROUTE: Route = Route::new("watch", Verb::Get, "/tides");
    type Reply = Raw;
    type Failure = Json<Problem>;
}

impl Streamed for Watch {
    type Event = Height;
    const FRAMING: Framing = Framing::ServerSentEvents;
}
