// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `tides`.

use crate::Client;
use crate::runtime::{Call, Endpoint, Json, Route, Verb};
use super::types::Tide;

impl Client {
    /// `POST /tides` returns [`Tide`]: It. Failures return `String`: `404` (None).
    ///
    /// Example of the request `usual`: What most callers send.
    ///
    /// ```json
    /// {
    ///   "harbours": [
    ///     "Lerwick, the northern one of the two", "Scalloway, the western one of them"
    ///   ],
    ///   "name": "spring tide of March", "height": 1.8
    /// }
    /// ```
    #[doc(alias = "putTide")]
    pub fn put_tide(&self, request: &Tide) -> Call<PutTide> {
        Call::new(self).json(request)
    }
}

/// Marks the calls of [`Client::put_tide`](crate::Client::put_tide).
#[derive(Debug, Clone, Copy)]
pub struct PutTide;

impl Endpoint for PutTide {
    const ROUTE: Route = Route::new("put_tide", Verb::Post, "/tides");
    type Reply = Json<Tide>;
    type Failure = Json<String>;
}
