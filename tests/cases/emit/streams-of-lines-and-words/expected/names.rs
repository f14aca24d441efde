// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `names`.

use crate::Client;
use crate::runtime::{Call, Endpoint, Framing, NoFailure, Raw, Route, Streamed, Streaming, Verb};

impl Client {
    /// `GET /names` returns a stream of `String`: Names, each on a line.
    pub fn names(&self) -> Call<Names, Streaming> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::names`](crate::Client::names).
#[derive(Debug, Clone, Copy)]
pub struct Names;

impl Endpoint for Names {
    const ROUTE: Route = Route::new("names", Verb::Get, "/names");
    type Reply = Raw;
    type Failure = NoFailure;
}

impl Streamed for Names {
    type Event = String;
    const FRAMING: Framing = Framing::JsonLines;
    const ERROR_MEMBERS: &'static [&'static str] = &[];
}
