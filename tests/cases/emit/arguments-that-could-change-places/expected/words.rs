// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `words`.

use crate::Client;
use crate::runtime::{Call, Empty, Endpoint, NoFailure, Route, Verb};
use super::types::Words;

impl Client {
    /// `POST /words` returns no body: Kept.
    pub fn words<'a>(&self, request: impl Into<Option<&'a Words>>) -> Call<WordsEndpoint> {
        let call = Call::new(self);
        match request.into() {
            Some(request) => call.json(request),
            None => call,
        }
    }
}

/// Marks the calls of [`Client::words`](crate::Client::words).
#[derive(Debug, Clone, Copy)]
pub struct WordsEndpoint;

impl Endpoint for WordsEndpoint {
    const ROUTE: Route = Route::new("words", Verb::Post, "/words");
    type Reply = Empty;
    type Failure = NoFailure;
}
