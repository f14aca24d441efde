// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `pets`.

use crate::Client;
use crate::runtime::{Call, Endpoint, Json, NoFailure, Route, Verb};
use super::types::Pet;

impl Client {
    /// `GET /pets` returns [`Vec<Pet>`](Pet): They.
    #[doc(alias = "listPets")]
    pub fn list_pets(&self) -> Call<ListPets> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::list_pets`](crate::Client::list_pets).
#[derive(Debug, Clone, Copy)]
pub struct ListPets;

impl Endpoint for ListPets {
    const ROUTE: Route = Route::new("list_pets", Verb::Get, "/pets");
    type Reply = Json<Vec<Pet>>;
    type Failure = NoFailure;
}
