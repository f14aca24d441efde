// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `three`.

use crate::Client;
use crate::runtime::{Call, Empty, Endpoint, NoFailure, Route, Verb};

impl Client {
    /// `GET /three` returns no body: Done.
    pub fn three(&self) -> Call<Three> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::three`](crate::Client::three).
#[derive(Debug, Clone, Copy)]
pub struct Three;

impl Endpoint for Three {
    const ROUTE: Route = Route::new("three", Verb::Get, "/three")
        .auth(&[&["api_key", "Digest", "Custom"]]);
    type Reply = Empty;
    type Failure = NoFailure;
}
