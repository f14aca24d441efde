// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `cut`.

use crate::Client;
use crate::runtime::{Call, Empty, Endpoint, NoFailure, Route, Verb};

impl Client {
    /// Bring the heights that were measured at all of the piers of a regional harbour. Piers under repair are left out.
    ///
    /// `GET /cut`.
    pub fn cut(&self) -> Call<Cut> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::cut`](crate::Client::cut).
#[derive(Debug, Clone, Copy)]
pub struct Cut;

impl Endpoint for Cut {
    const ROUTE: Route = Route::new("cut", Verb::Get, "/cut");
    type Reply = Empty;
    type Failure = NoFailure;
}
