// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `second`.

use crate::Client;
use crate::runtime::{Call, Empty, Endpoint, NoFailure, Route, Verb};
use super::types::PutUnreachedRequest;

impl Client {
    /// `PUT /second` returns no body: Done.
    #[doc(alias = "putUnreached")]
    pub fn put_unreached(&self, request: &PutUnreachedRequest) -> Call<PutUnreached> {
        Call::new(self).json(request)
    }
}

/// Marks the calls of [`Client::put_unreached`](crate::Client::put_unreached).
#[derive(Debug, Clone, Copy)]
pub struct PutUnreached;

impl Endpoint for PutUnreached {
    const ROUTE: Route = Route::new("put_unreached", Verb::Put, "/second");
    type Reply = Empty;
    type Failure = NoFailure;
}
