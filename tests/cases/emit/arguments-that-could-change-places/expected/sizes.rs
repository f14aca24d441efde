// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `sizes`.

use crate::Client;
use crate::runtime::{Call, Empty, Endpoint, NoFailure, Route, Verb};
use super::types::Sizes;

impl Client {
    /// `POST /sizes` returns no body: Kept.
    pub fn sizes<'a>(&self, request: impl Into<Option<&'a Sizes>>) -> Call<SizesEndpoint> {
        let call = Call::new(self);
        match request.into() {
            Some(request) => call.json(request),
            None => call,
        }
    }
}

/// Marks the calls of [`Client::sizes`](crate::Client::sizes).
#[derive(Debug, Clone, Copy)]
pub struct SizesEndpoint;

impl Endpoint for SizesEndpoint {
    const ROUTE: Route = Route::new("sizes", Verb::Post, "/sizes");
    type Reply = Empty;
    type Failure = NoFailure;
}
