// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `tides`.

use crate::Client;
use crate::runtime::{Call, Empty, Endpoint, NoFailure, Param, Route, Verb};
use super::types::Tide;

impl Client {
    /// `POST /tides` returns no body: Kept.
    pub fn measure(&self, request: &Tide) -> Call<Measure> {
        Call::new(self).json(request)
    }
}

/// Marks the calls of [`Client::measure`](crate::Client::measure).
#[derive(Debug, Clone, Copy)]
pub struct Measure;

impl Endpoint for Measure {
    const ROUTE: Route = Route::new("measure", Verb::Post, "/tides");
    type Reply = Empty;
    type Failure = NoFailure;
}

impl<M> Call<Measure, M> {
    /// Sets `limit`.
    pub fn limit(self, limit: i64) -> Self {
        self.param(Param::query("limit"), &limit)
    }

    /// Sets `unit`. Server default: `1.0`.
    pub fn unit(self, unit: &str) -> Self {
        self.param(Param::query("unit"), unit)
    }
}
