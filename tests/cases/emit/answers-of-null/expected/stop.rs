// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `stop`.

use crate::Client;
use crate::runtime::{Call, Empty, Endpoint, NoFailure, Route, Verb};

impl Client {
    /// `POST /stop` returns no body: It stands.
    pub fn stop(&self) -> Call<Stop> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::stop`](crate::Client::stop).
#[derive(Debug, Clone, Copy)]
pub struct Stop;

impl Endpoint for Stop {
    const ROUTE: Route = Route::new("stop", Verb::Post, "/stop");
    type Reply = Empty;
    type Failure = NoFailure;
}
