// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `whole`.

use crate::Client;
use crate::runtime::{Call, Empty, Endpoint, NoFailure, Route, Verb};

impl Client {
    /// Bring the heights
    ///
    /// heights at all piers.
    ///
    /// `GET /whole`.
    pub fn whole(&self) -> Call<Whole> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::whole`](crate::Client::whole).
#[derive(Debug, Clone, Copy)]
pub struct Whole;

impl Endpoint for Whole {
    const ROUTE: Route = Route::new("whole", Verb::Get, "/whole");
    type Reply = Empty;
    type Failure = NoFailure;
}
