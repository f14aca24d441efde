// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `tides`.

use crate::Client;
use crate::runtime::{Call, Endpoint, Json, Param, Route, Verb};
use super::types::{Height, Place, Problem};

impl Client {
    /// Measure a tide
    ///
    /// `POST /tides` returns [`Height`]: The height, as of the last full minute.
    /// Failures return [`Problem`]: `500` (The gauge is broken), `4XX`. Answer headers: `Link`.
    ///
    /// - `x_version`: Server default: `"2026-04"`. Example: `"2025-01"`.
    /// - `request`: Where to measure
    ///
    /// Headers of the answer:
    ///
    /// - `X-Gauge`: Which gauge measured
    pub fn measure(&self, x_version: &str, request: &Place) -> Call<Measure> {
        Call::new(self).param(Param::header("X-Version"), x_version).json(request)
    }
}

/// Marks the calls of [`Client::measure`](crate::Client::measure).
#[derive(Debug, Clone, Copy)]
pub struct Measure;

impl Endpoint for Measure {
    const ROUTE: Route = Route::new("measure", Verb::Post, "/tides").auth(&[&["key"]]);
    type Reply = Json<Height>;
    type Failure = Json<Problem>;
}
