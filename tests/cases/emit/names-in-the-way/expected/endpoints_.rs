// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `endpoints`.

use crate::runtime::{Json, NoFailure, Param, Route, Verb};
use super::types::Endpoint;

impl crate::Client {
    /// `GET /client` returns [`Endpoint`]: Done.
    pub fn new_(&self, send: &str) -> crate::runtime::Call<New> {
        crate::runtime::Call::new(self).param(Param::query("send"), send)
    }
}

/// Marks the calls of [`Client::new_`](crate::Client::new_).
#[derive(Debug, Clone, Copy)]
pub struct New;

impl crate::runtime::Endpoint for New {
    const ROUTE: Route = Route::new("new_", Verb::Get, "/client");
    type Reply = Json<Endpoint>;
    type Failure = NoFailure;
}

impl<M> crate::runtime::Call<New, M> {
    /// Sets `self`.
    pub fn self_(self, self_: &str) -> Self {
        self.param(Param::query("self"), self_)
    }
}
