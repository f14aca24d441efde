// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `second`.

use crate::Client;
use crate::runtime::{Call, Endpoint, Json, Route, Verb};
use super::types::{Kinds, Values, ValuesObject};

impl Client {
    /// `PUT /second` returns [`Values`]: It. Failures return [`ValuesObject`]: `404` (Part of it).
    #[doc(alias = "putThing")]
    pub fn put_thing(&self, request: &Kinds) -> Call<PutThing> {
        Call::new(self).json(request)
    }
}

/// Marks the calls of [`Client::put_thing`](crate::Client::put_thing).
#[derive(Debug, Clone, Copy)]
pub struct PutThing;

impl Endpoint for PutThing {
    const ROUTE: Route = Route::new("put_thing", Verb::Put, "/second");
    type Reply = Json<Values>;
    type Failure = Json<ValuesObject>;
}
