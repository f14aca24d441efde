// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `one`.

use crate::Client;
use crate::runtime::{Call, Empty, Endpoint, NoFailure, Route, Verb};

impl Client {
    /// `GET /one` returns no body: Done.
    pub fn one(&self) -> Call<One> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::one`](crate::Client::one).
#[derive(Debug, Clone, Copy)]
pub struct One;

impl Endpoint for One {
    const ROUTE: Route = Route::new("one", Verb::Get, "/one").auth(&[&["Token"], &[]]);
    type Reply = Empty;
    type Failure = NoFailure;
}
