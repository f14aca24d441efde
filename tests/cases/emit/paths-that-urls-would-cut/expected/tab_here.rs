// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `tab    here`.

use crate::Client;
use crate::runtime::{Call, Empty, Endpoint, NoFailure, Route, Verb};

impl Client {
    /// `GET /tab%09here` returns no body: Nothing.
    #[doc(alias = "holdsATab")]
    pub fn holds_a_tab(&self) -> Call<HoldsATab> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::holds_a_tab`](crate::Client::holds_a_tab).
#[derive(Debug, Clone, Copy)]
pub struct HoldsATab;

impl Endpoint for HoldsATab {
    const ROUTE: Route = Route::new("holds_a_tab", Verb::Get, "/tab%09here");
    type Reply = Empty;
    type Failure = NoFailure;
}
