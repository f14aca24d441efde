// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `words`.

use crate::Client;
use crate::runtime::{Call, Endpoint, Framing, NoFailure, Raw, Route, Streamed, Streaming, Verb};

impl Client {
    /// `GET /words` returns a stream of texts: Words.
    pub fn words(&self) -> Call<Words, Streaming> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::words`](crate::Client::words).
#[derive(Debug, Clone, Copy)]
pub struct Words;

impl Endpoint for Words {
    const ROUTE: Route = Route::new("words", Verb::Get, "/words");
    type Reply = Raw;
    type Failure = NoFailure;
}

impl Streamed for Words {
    type Event = String;
    const FRAMING: Framing = Framing::ServerSentEvents;
    const ACCEPT: &'static str = "application/event-stream, text/event-stream";
    const ERROR_MEMBERS: &'static [&'static str] = &[];

    fn read(data: &str) -> serde_json::Result<String> {
        Ok(data.to_owned())
    }
}
