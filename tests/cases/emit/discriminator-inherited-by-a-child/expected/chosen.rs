// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `chosen`.

use crate::Client;
use crate::runtime::{Call, Endpoint, Json, NoFailure, Route, Verb};
use super::types::GetChosenReply;

impl Client {
    /// `GET /chosen` returns [`GetChosenReply`]: It.
    #[doc(alias = "getChosen")]
    pub fn get_chosen(&self) -> Call<GetChosen> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::get_chosen`](crate::Client::get_chosen).
#[derive(Debug, Clone, Copy)]
pub struct GetChosen;

impl Endpoint for GetChosen {
    const ROUTE: Route = Route::new("get_chosen", Verb::Get, "/chosen");
    type Reply = Json<GetChosenReply>;
    type Failure = NoFailure;
}
