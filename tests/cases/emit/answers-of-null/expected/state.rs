// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `state`.

use crate::Client;
use crate::runtime::{Call, Endpoint, Json, NoFailure, Route, Verb};
use super::types::State;

impl Client {
    /// `GET /state` returns [`State`]: What it does.
    pub fn state(&self) -> Call<StateEndpoint> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::state`](crate::Client::state).
#[derive(Debug, Clone, Copy)]
pub struct StateEndpoint;

impl Endpoint for StateEndpoint {
    const ROUTE: Route = Route::new("state", Verb::Get, "/state");
    type Reply = Json<State>;
    type Failure = NoFailure;
}
