// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `Questions`.

use crate::Client;
use crate::runtime::{Call, Endpoint, Framing, Json, NoFailure, Route, Streamed, Streaming, Verb};
use super::types::{Answer, Question};

impl Client {
    /// `POST /ask` returns [`Answer`].
    pub fn ask(&self, request: &Question) -> Call<Ask> {
        Call::new(self).json(request)
    }

    /// `POST /ask` returns a stream of [`Answer`].
    /// `Accept` alone asks for the stream: the body goes as it is given.
    pub fn ask_stream(&self, request: &Question) -> Call<Ask, Streaming> {
        Call::new(self).json(request)
    }
}

/// Marks the calls of [`Client::ask`](crate::Client::ask).
#[derive(Debug, Clone, Copy)]
pub struct Ask;

impl Endpoint for Ask {
    const ROUTE: Route = Route::new("ask", Verb::Post, "/ask");
    type Reply = Json<Answer>;
    type Failure = NoFailure;
}

impl Streamed for Ask {
    type Event = Answer;
    const FRAMING: Framing = Framing::ServerSentEvents;
}
