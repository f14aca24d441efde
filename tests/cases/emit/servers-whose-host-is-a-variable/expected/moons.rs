// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `moons`.

use crate::Client;
use crate::runtime::{Call, Empty, Endpoint, NoFailure, Route, Verb};

impl Client {
    /// `GET /moons`.
    pub fn moons(&self) -> Call<Moons> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::moons`](crate::Client::moons).
#[derive(Debug, Clone, Copy)]
pub struct Moons;

impl Endpoint for Moons {
    const ROUTE: Route = Route::new("moons", Verb::Get, "/moons")
        .server("https://moon.example");
    type Reply = Empty;
    type Failure = NoFailure;
}
