// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `things`.

use crate::Client;
use crate::runtime::{Call, Endpoint, Json, NoFailure, Route, Verb};
use super::types::Thing;

impl Client {
    /// `POST /things` returns [`Thing`]: Made.
    pub fn make(&self, request: &Thing) -> Call<Make> {
        Call::new(self).json(request)
    }
}

/// Marks the calls of [`Client::make`](crate::Client::make).
#[derive(Debug, Clone, Copy)]
pub struct Make;

impl Endpoint for Make {
    const ROUTE: Route = Route::new("make", Verb::Post, "/things");
    type Reply = Json<Thing>;
    type Failure = NoFailure;
}
