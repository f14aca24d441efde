// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `texts`.

use crate::Client;
use crate::runtime::{Call, Empty, Endpoint, NoFailure, Route, Verb};
use super::types::Texts;

impl Client {
    /// `POST /texts` returns no body: Kept.
    pub fn texts<'a>(&self, request: impl Into<Option<&'a Texts>>) -> Call<TextsEndpoint> {
        let call = Call::new(self);
        match request.into() {
            Some(request) => call.json(request),
            None => call,
        }
    }
}

/// Marks the calls of [`Client::texts`](crate::Client::texts).
#[derive(Debug, Clone, Copy)]
pub struct TextsEndpoint;

impl Endpoint for TextsEndpoint {
    const ROUTE: Route = Route::new("texts", Verb::Post, "/texts");
    type Reply = Empty;
    type Failure = NoFailure;
}
