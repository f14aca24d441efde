// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `moons`.

use crate::Client;
use crate::runtime::{Call, Endpoint, Framing, Raw, Route, Streamed, Streaming, Verb, answers};
use super::types::Problem;

impl Client {
    /// `GET /moons` returns a stream of texts: Phases. Failures return [`WatchMoonsFailure`].
    pub fn watch_moons(&self) -> Call<WatchMoons, Streaming> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::watch_moons`](crate::Client::watch_moons).
#[derive(Debug, Clone, Copy)]
pub struct WatchMoons;

impl Endpoint for WatchMoons {
    const ROUTE: Route = Route::new("watch_moons", Verb::Get, "/moons");
    type Reply = Raw;
    type Failure = WatchMoonsFailure;
}

impl Streamed for WatchMoons {
    type Event = String;
    const FRAMING: Framing = Framing::ServerSentEvents;
    const ERROR_MEMBERS: &'static [&'static str] = &[];

    fn read(data: &str) -> serde_json::Result<String> {
        Ok(data.to_owned())
    }
}

/// What failures of [`Client::watch_moons`](crate::Client::watch_moons) bring, by status.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum WatchMoonsFailure {
    /// `500`: Clouds
    InternalServerError,
    /// `503`: Both forms, of which the whole one is read
    ServiceUnavailable(Problem),
}
answers! { failure WatchMoonsFailure {
    500 => InternalServerError, 503 => ServiceUnavailable(Json),
} }
