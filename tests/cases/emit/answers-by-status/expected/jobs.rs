// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `jobs`.

use crate::Client;
use crate::runtime::{Call, Endpoint, Route, Verb, answers};
use super::types::{Job, Problem};

impl Client {
    /// `POST /jobs` returns [`StartReply`]. Failures return [`StartFailure`].
    pub fn start(&self) -> Call<Start> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::start`](crate::Client::start).
#[derive(Debug, Clone, Copy)]
pub struct Start;

impl Endpoint for Start {
    const ROUTE: Route = Route::new("start", Verb::Post, "/jobs");
    type Reply = StartReply;
    type Failure = StartFailure;
}

/// What [`Client::start`](crate::Client::start) returns, by status.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum StartReply {
    /// `200`: Done.
    Ok(Job),
    /// `202`: Later.
    Accepted(String),
    /// `204`: Nothing to do.
    NoContent,
}
answers! { reply StartReply { 200 => Ok(Json), 202 => Accepted(Text), 204 => NoContent } }

/// What failures of [`Client::start`](crate::Client::start) bring, by status.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum StartFailure {
    /// `404`: No such job, see [the page](https://example.com/a).
    NotFound(Problem),
    /// `4XX`: Refused.
    ClientError,
    /// Any other status: Anything else.
    Other(String),
}
answers! { failure StartFailure {
    404 => NotFound(Json), class 4 => ClientError, default => Other(Json),
} }
