// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `docs`.

use crate::Client;
use crate::runtime::{Call, Empty, Endpoint, Json, NoFailure, Route, Verb, expected};
use super::types::{Answer, Doc, ReplaceDocRequest, UpdateDocRequest};

impl Client {
    /// `POST /docs` returns [`Answer`]: It.
    #[doc(alias = "createDoc")]
    pub fn create_doc(&self, request: &Doc) -> Call<CreateDoc> {
        Call::new(self).check(|strict| expected(request, strict)).json(request)
    }

    /// `PATCH /docs` returns no body: Done.
    #[doc(alias = "updateDoc")]
    pub fn update_doc(&self, request: Option<&UpdateDocRequest>) -> Call<UpdateDoc> {
        Call::new(self)
            .check(|strict| request.map_or(Ok(()), |request| expected(request, strict)))
            .json(&request)
    }

    /// `PUT /docs` returns no body: Done.
    #[doc(alias = "replaceDoc")]
    pub fn replace_doc(&self, request: &ReplaceDocRequest) -> Call<ReplaceDoc> {
        Call::new(self).check(|strict| expected(request, strict)).json(request)
    }
}

/// Marks the calls of [`Client::create_doc`](crate::Client::create_doc).
#[derive(Debug, Clone, Copy)]
pub struct CreateDoc;

impl Endpoint for CreateDoc {
    const ROUTE: Route = Route::new("create_doc", Verb::Post, "/docs");
    type Reply = Json<Answer>;
    type Failure = NoFailure;
}

/// Marks the calls of [`Client::update_doc`](crate::Client::update_doc).
#[derive(Debug, Clone, Copy)]
pub struct UpdateDoc;

impl Endpoint for UpdateDoc {
    const ROUTE: Route = Route::new("update_doc", Verb::Patch, "/docs");
    type Reply = Empty;
    type Failure = NoFailure;
}

/// Marks the calls of [`Client::replace_doc`](crate::Client::replace_doc).
#[derive(Debug, Clone, Copy)]
pub struct ReplaceDoc;

impl Endpoint for ReplaceDoc {
    const ROUTE: Route = Route::new("replace_doc", Verb::Put, "/docs");
    type Reply = Empty;
    type Failure = NoFailure;
}
