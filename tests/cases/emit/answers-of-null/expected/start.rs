// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `start`.

use crate::Client;
use crate::runtime::{Call, Empty, Endpoint, NoFailure, Route, Verb};

impl Client {
    /// `POST /start` returns no body: It runs.
    pub fn start(&self) -> Call<Start> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::start`](crate::Client::start).
#[derive(Debug, Clone, Copy)]
pub struct Start;

impl Endpoint for Start {
    const ROUTE: Route = Route::new("start", Verb::Post, "/start");
    type Reply = Empty;
    type Failure = NoFailure;
}
