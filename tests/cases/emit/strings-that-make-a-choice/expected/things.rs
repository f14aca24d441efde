// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `things`.

use crate::Client;
use crate::runtime::{Call, Empty, Endpoint, NoFailure, Route, Verb};
use super::types::Thing;

impl Client {
    /// `POST /things` returns no body: Done.
    #[doc(alias = "putThing")]
    pub fn put_thing(&self, request: &Thing) -> Call<PutThing> {
        Call::new(self).json(request)
    }
}

/// Marks the calls of [`Client::put_thing`](crate::Client::put_thing).
#[derive(Debug, Clone, Copy)]
pub struct PutThing;

impl Endpoint for PutThing {
    const ROUTE: Route = Route::new("put_thing", Verb::Post, "/things");
    type Reply = Empty;
    type Failure = NoFailure;
}
