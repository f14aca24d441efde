// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `tides`.

use crate::Client;
use crate::runtime::{Call, Empty, Endpoint, Json, NoFailure, Param, Route, Verb, given};
use super::types::{Reading, Tide};

impl Client {
    /// `GET /tides` returns no described body; `send_with_meta` has what comes: The tides.
    #[doc(alias = "listTides")]
    pub fn list_tides(&self) -> Call<ListTides> {
        Call::new(self)
    }

    /// `POST /tides` returns [`Reading`]: It.
    ///
    /// Example of the request: `{ "name": "Low", "mail": "a@b.example" }`
    ///
    /// Example of the answer: `{ "zone": "UTC" }`
    #[doc(alias = "putTide")]
    pub fn put_tide(&self, request: &Tide) -> Call<PutTide> {
        Call::new(self).json(request)
    }

    /// `DELETE /tides` returns no body: Gone.
    #[doc(alias = "dropTides")]
    pub fn drop_tides(&self) -> Call<DropTides> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::list_tides`](crate::Client::list_tides).
#[derive(Debug, Clone, Copy)]
pub struct ListTides;

impl Endpoint for ListTides {
    const ROUTE: Route = Route::new("list_tides", Verb::Get, "/tides");
    type Reply = Empty;
    type Failure = NoFailure;
}

impl<M> Call<ListTides, M> {
    /// Sets `since`. Format: `unix-seconds`.
    pub fn since(self, since: i64) -> Self {
        self.param(Param::query("since"), &since)
    }

    /// A harbour's name.
    pub fn ports(self, ports: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.param(Param::query("ports"), &given::list::<String>(ports))
    }
}

/// Marks the calls of [`Client::put_tide`](crate::Client::put_tide).
#[derive(Debug, Clone, Copy)]
pub struct PutTide;

impl Endpoint for PutTide {
    const ROUTE: Route = Route::new("put_tide", Verb::Post, "/tides");
    type Reply = Json<Reading>;
    type Failure = NoFailure;
}

/// Marks the calls of [`Client::drop_tides`](crate::Client::drop_tides).
#[derive(Debug, Clone, Copy)]
pub struct DropTides;

impl Endpoint for DropTides {
    const ROUTE: Route = Route::new("drop_tides", Verb::Delete, "/tides");
    type Reply = Empty;
    type Failure = NoFailure;
}
