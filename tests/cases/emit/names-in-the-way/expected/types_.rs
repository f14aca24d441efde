// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `types`.

use crate::runtime::{Json, NoFailure, Route, Verb};
use super::types::{Call, Client};

impl crate::Client {
    /// `POST /client` returns [`Call`]: Done.
    #[doc(alias = "Client")]
    pub fn client(&self, request: &Client) -> crate::runtime::Call<ClientEndpoint> {
        crate::runtime::Call::new(self).json(request)
    }
}

/// Marks the calls of [`Client::client`](crate::Client::client).
#[derive(Debug, Clone, Copy)]
pub struct ClientEndpoint;

impl crate::runtime::Endpoint for ClientEndpoint {
    const ROUTE: Route = Route::new("client", Verb::Post, "/client");
    type Reply = Json<Call>;
    type Failure = NoFailure;
}
