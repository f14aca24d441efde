// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `both`.

use crate::Client;
use crate::runtime::{Call, Empty, Endpoint, NoFailure, Route, Verb};

impl Client {
    /// `GET /both` returns no body: Done.
    pub fn both(&self) -> Call<Both> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::both`](crate::Client::both).
#[derive(Debug, Clone, Copy)]
pub struct Both;

impl Endpoint for Both {
    const ROUTE: Route = Route::new("both", Verb::Get, "/both")
        .auth(&[&["ApiKeyAuth", "Version-Header"]]);
    type Reply = Empty;
    type Failure = NoFailure;
}
