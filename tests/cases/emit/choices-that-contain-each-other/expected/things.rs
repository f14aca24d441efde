// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `things`.

use crate::Client;
use crate::runtime::{Call, Endpoint, Json, NoFailure, Route, Verb};
use super::types::{Other, Thing};

impl Client {
    /// `POST /things` returns [`Option<Thing>`](Thing): It.
    #[doc(alias = "putThing")]
    pub fn put_thing(&self, request: Option<&Other>) -> Call<PutThing> {
        Call::new(self).json(&request)
    }
}

/// Marks the calls of [`Client::put_thing`](crate::Client::put_thing).
#[derive(Debug, Clone, Copy)]
pub struct PutThing;

impl Endpoint for PutThing {
    const ROUTE: Route = Route::new("put_thing", Verb::Post, "/things");
    type Reply = Json<Option<Thing>>;
    type Failure = NoFailure;
}
