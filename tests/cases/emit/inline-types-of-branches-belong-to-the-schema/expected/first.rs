// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `first`.

use crate::Client;
use crate::runtime::{Call, Endpoint, Json, NoFailure, Route, Verb};
use super::types::{CreateThingReply, CreateThingRequest};

impl Client {
    /// `POST /first` returns [`CreateThingReply`]: It.
    #[doc(alias = "createThing")]
    pub fn create_thing(&self, request: &CreateThingRequest) -> Call<CreateThing> {
        Call::new(self).json(request)
    }
}

/// Marks the calls of [`Client::create_thing`](crate::Client::create_thing).
#[derive(Debug, Clone, Copy)]
pub struct CreateThing;

impl Endpoint for CreateThing {
    const ROUTE: Route = Route::new("create_thing", Verb::Post, "/first");
    type Reply = Json<CreateThingReply>;
    type Failure = NoFailure;
}
