// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `tides`.

use crate::Client;
use crate::runtime::{Call, Empty, Endpoint, NoFailure, Route, Verb};

impl Client {
    /// `GET /tides`.
    pub fn tides(&self) -> Call<Tides> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::tides`](crate::Client::tides).
#[derive(Debug, Clone, Copy)]
pub struct Tides;

impl Endpoint for Tides {
    const ROUTE: Route = Route::new("tides", Verb::Get, "/tides");
    type Reply = Empty;
    type Failure = NoFailure;
}
