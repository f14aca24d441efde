// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `pets`.

use crate::Client;
use crate::runtime::{Call, Empty, Endpoint, NoFailure, Param, Route, Style, Verb, given};
use super::types::Filter;

impl Client {
    /// Finds pets.
    ///
    /// `GET /pets/{petId}/{dots}` returns no body: Nothing.
    ///
    /// - `pet_id`: Which pet. Value: at least 1.
    #[doc(alias = "find-pets")]
    pub fn find_pets(&self, pet_id: i64, dots: &[&str], must: &str) -> Call<FindPets> {
        Call::new(self)
            .param(Param::path("petId"), &pet_id)
            .param(Param::path("dots").style(Style::Label).explode(true), dots)
            .param(Param::query("must"), must)
    }
}

/// Marks the calls of [`Client::find_pets`](crate::Client::find_pets).
#[derive(Debug, Clone, Copy)]
pub struct FindPets;

impl Endpoint for FindPets {
    const ROUTE: Route = Route::new("find_pets", Verb::Get, "/pets/{petId}/{dots}");
    type Reply = Empty;
    type Failure = NoFailure;
}

impl<M> Call<FindPets, M> {
    /// How many. Server default: `10`.
    pub fn limit(self, limit: i64) -> Self {
        self.param(Param::query("limit"), &limit)
    }

    /// Sets `filter`.
    pub fn filter(self, filter: &Filter) -> Self {
        self.param(Param::query("filter").style(Style::DeepObject), filter)
    }

    /// Sets `words`.
    pub fn words(self, words: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.param(
            Param::query("words").style(Style::PipeDelimited).explode(false),
            &given::list::<String>(words),
        )
    }

    /// Sets `path`.
    #[deprecated]
    pub fn path(self, path: &str) -> Self {
        self.param(Param::query("path").reserved(), path)
    }

    /// Sets `X-Tenant`.
    pub fn x_tenant(self, x_tenant: &str) -> Self {
        self.param(Param::header("X-Tenant"), x_tenant)
    }

    /// Sets `session`.
    pub fn session(self, session: &str) -> Self {
        self.param(Param::cookie("session"), session)
    }

    /// Sets `timeout`.
    pub fn timeout_(self, timeout_: f64) -> Self {
        self.param(Param::query("timeout"), &timeout_)
    }

    /// Sets `type`.
    pub fn r#type(self, r#type: bool) -> Self {
        self.param(Param::query("type"), &r#type)
    }
}
