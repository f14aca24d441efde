// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `talk`.

use crate::Client;
use crate::runtime::{
    Call, Endpoint, Framing, Json, Pieces, Route, Streamed, Streaming, Verb, expected,
};
use super::types::{Answer, Event, Problem, Question};

impl Client {
    /// Talk
    ///
    /// Answers at once or piece by piece.
    ///
    /// `POST /talk` returns [`Answer`]. Failures return [`Problem`]: `422` (Refused).
    pub fn talk(&self, request: &Question) -> Call<Talk> {
        Call::new(self).check(|strict| expected(request, strict)).json(request)
    }

    /// Talk Stream
    ///
    /// Answers at once or piece by piece.
    ///
    /// `POST /talk` returns a stream of [`Event`]. Failures return [`Problem`]: `422` (Refused).
    pub fn talk_stream(&self, request: &Question) -> Call<Talk, Streaming> {
        Call::new(self).check(|strict| expected(request, strict)).json(request)
    }
}

/// Marks the calls of [`Client::talk`](crate::Client::talk).
#[derive(Debug, Clone, Copy)]
pub struct Talk;

impl Endpoint for Talk {
    const ROUTE: Route = Route::new("talk", Verb::Post, "/talk")
        .auth(&[&["Key"], &[]])
        .switch("stream");
    type Reply = Json<Answer>;
    type Failure = Json<Problem>;
}

impl Streamed for Talk {
    type Event = Event;
    const FRAMING: Framing = Framing::ServerSentEvents;

    fn is_doubtful(event: &Event, _: &str) -> bool {
        Pieces::pieces(event).is_empty()
    }
}
