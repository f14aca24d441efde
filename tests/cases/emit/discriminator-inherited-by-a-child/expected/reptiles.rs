// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `reptiles`.

use crate::Client;
use crate::runtime::{Call, Endpoint, Json, NoFailure, Route, Verb};
use super::types::ReptileFamily;

impl Client {
    /// `POST /reptiles` returns [`ReptileFamily`]: It.
    #[doc(alias = "putReptile")]
    pub fn put_reptile(&self, request: &ReptileFamily) -> Call<PutReptile> {
        Call::new(self).json(request)
    }
}

/// Marks the calls of [`Client::put_reptile`](crate::Client::put_reptile).
#[derive(Debug, Clone, Copy)]
pub struct PutReptile;

impl Endpoint for PutReptile {
    const ROUTE: Route = Route::new("put_reptile", Verb::Post, "/reptiles");
    type Reply = Json<ReptileFamily>;
    type Failure = NoFailure;
}
