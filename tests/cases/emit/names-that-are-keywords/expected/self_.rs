// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `self`.

use crate::Client;
use crate::runtime::{Call, Endpoint, Json, NoFailure, Param, Route, Verb};
use super::types::SelfValue;

impl Client {
    /// `GET /self` returns [`SelfValue`]: It.
    pub fn r#gen(&self, self_: &str) -> Call<Gen> {
        Call::new(self).param(Param::query("self"), self_)
    }
}

/// Marks the calls of [`Client::gen`](crate::Client::gen).
#[derive(Debug, Clone, Copy)]
pub struct Gen;

impl Endpoint for Gen {
    const ROUTE: Route = Route::new("gen", Verb::Get, "/self");
    type Reply = Json<SelfValue>;
    type Failure = NoFailure;
}

impl<M> Call<Gen, M> {
    /// Sets `fn`.
    pub fn r#fn(self, r#fn: &str) -> Self {
        self.param(Param::query("fn"), r#fn)
    }
}
