// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `heights`.

use crate::Client;
use crate::runtime::{Call, Empty, Endpoint, NoFailure, Route, Verb};

impl Client {
    /// `PUT /heights` returns no body: Kept.
    pub fn put_heights(&self) -> Call<PutHeights> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::put_heights`](crate::Client::put_heights).
#[derive(Debug, Clone, Copy)]
pub struct PutHeights;

impl Endpoint for PutHeights {
    const ROUTE: Route = Route::new("put_heights", Verb::Put, "/heights");
    type Reply = Empty;
    type Failure = NoFailure;
}
