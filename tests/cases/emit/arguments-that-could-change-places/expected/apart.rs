// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `apart`.

use crate::Client;
use crate::runtime::{Call, Empty, Endpoint, NoFailure, Route, Verb};
use super::types::Apart;

impl Client {
    /// `POST /apart` returns no body: Kept.
    pub fn apart<'a>(&self, request: impl Into<Option<&'a Apart>>) -> Call<ApartEndpoint> {
        let call = Call::new(self);
        match request.into() {
            Some(request) => call.json(request),
            None => call,
        }
    }
}

/// Marks the calls of [`Client::apart`](crate::Client::apart).
#[derive(Debug, Clone, Copy)]
pub struct ApartEndpoint;

impl Endpoint for ApartEndpoint {
    const ROUTE: Route = Route::new("apart", Verb::Post, "/apart");
    type Reply = Empty;
    type Failure = NoFailure;
}
