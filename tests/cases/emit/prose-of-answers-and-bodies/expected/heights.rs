// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `heights`.

use crate::Client;
use crate::runtime::{Call, Empty, Endpoint, Json, NoFailure, Route, Verb};
use super::types::Height;

impl Client {
    /// List heights
    ///
    /// `GET /heights` returns [`Vec<Height>`](Height).
    pub fn heights(&self) -> Call<Heights> {
        Call::new(self)
    }

    /// `DELETE /heights` returns no body: They are forgotten within a day.
    pub fn forget(&self) -> Call<Forget> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::heights`](crate::Client::heights).
#[derive(Debug, Clone, Copy)]
pub struct Heights;

impl Endpoint for Heights {
    const ROUTE: Route = Route::new("heights", Verb::Get, "/heights").auth(&[&["key"]]);
    type Reply = Json<Vec<Height>>;
    type Failure = NoFailure;
}

/// Marks the calls of [`Client::forget`](crate::Client::forget).
#[derive(Debug, Clone, Copy)]
pub struct Forget;

impl Endpoint for Forget {
    const ROUTE: Route = Route::new("forget", Verb::Delete, "/heights")
        .auth(&[&["key"]]);
    type Reply = Empty;
    type Failure = NoFailure;
}
