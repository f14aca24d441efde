// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `either|or\and^more`.

use crate::Client;
use crate::runtime::{Call, Empty, Endpoint, NoFailure, Route, Verb};

impl Client {
    /// `GET /either%7Cor%5Cand%5Emore` returns no body: Nothing.
    #[doc(alias = "holdsWhatNoUriHas")]
    pub fn holds_what_no_uri_has(&self) -> Call<HoldsWhatNoUriHas> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::holds_what_no_uri_has`](crate::Client::holds_what_no_uri_has).
#[derive(Debug, Clone, Copy)]
pub struct HoldsWhatNoUriHas;

impl Endpoint for HoldsWhatNoUriHas {
    const ROUTE: Route = Route::new(
        "holds_what_no_uri_has",
        Verb::Get,
        "/either%7Cor%5Cand%5Emore",
    );
    type Reply = Empty;
    type Failure = NoFailure;
}
