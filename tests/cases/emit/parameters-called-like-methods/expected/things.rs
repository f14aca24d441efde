// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `things`.

use crate::Client;
use crate::runtime::{Call, Endpoint, Json, NoFailure, Param, Route, Verb};
use super::types::Thing;

impl Client {
    /// `POST /things` returns [`Thing`]: It.
    #[doc(alias = "putThing")]
    pub fn put_thing(&self, request: &Thing) -> Call<PutThing> {
        Call::new(self).json(request)
    }

    /// `GET /things/{request}` returns [`Thing`]: It.
    #[doc(alias = "getThing")]
    pub fn get_thing(&self, request_: &str) -> Call<GetThing> {
        Call::new(self).param(Param::path("request"), request_)
    }
}

/// Marks the calls of [`Client::put_thing`](crate::Client::put_thing).
#[derive(Debug, Clone, Copy)]
pub struct PutThing;

impl Endpoint for PutThing {
    const ROUTE: Route = Route::new("put_thing", Verb::Post, "/things");
    type Reply = Json<Thing>;
    type Failure = NoFailure;
}

/// Marks the calls of [`Client::get_thing`](crate::Client::get_thing).
#[derive(Debug, Clone, Copy)]
pub struct GetThing;

impl Endpoint for GetThing {
    const ROUTE: Route = Route::new("get_thing", Verb::Get, "/things/{request}");
    type Reply = Json<Thing>;
    type Failure = NoFailure;
}

impl<M> Call<GetThing, M> {
    /// Sets `send`.
    pub fn send_(self, send_: &str) -> Self {
        self.param(Param::query("send"), send_)
    }

    /// Sets `timeout`.
    pub fn timeout_(self, timeout_: i64) -> Self {
        self.param(Param::query("timeout"), &timeout_)
    }

    /// Sets `payload`.
    pub fn payload_(self, payload_: &str) -> Self {
        self.param(Param::query("payload"), payload_)
    }

    /// Sets `into_future`.
    pub fn into_future_(self, into_future_: &str) -> Self {
        self.param(Param::header("into_future"), into_future_)
    }

    /// Sets `clone`.
    pub fn clone_(self, clone_: &str) -> Self {
        self.param(Param::cookie("clone"), clone_)
    }
}
