// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `things`.

use crate::Client;
use crate::runtime::{Call, Endpoint, Json, NoFailure, Route, Verb};
use super::types::Thing;

impl Client {
    /// `GET /things` returns [`Thing`]: It.
    #[doc(alias = "getThing")]
    pub fn get_thing(&self) -> Call<GetThing> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::get_thing`](crate::Client::get_thing).
#[derive(Debug, Clone, Copy)]
pub struct GetThing;

impl Endpoint for GetThing {
    const ROUTE: Route = Route::new("get_thing", Verb::Get, "/things");
    type Reply = Json<Thing>;
    type Failure = NoFailure;
}
