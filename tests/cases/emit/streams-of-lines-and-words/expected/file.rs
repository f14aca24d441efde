// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `file`.

use crate::Client;
use crate::runtime::{Call, Endpoint, Framing, NoFailure, Raw, Route, Streamed, Streaming, Verb};

impl Client {
    /// The results so far.
    ///
    /// `GET /file` returns a stream of `serde_json::Value`.
    /// A file with one \<result> per request. Each line is one JSON value.
    pub fn file(&self) -> Call<File, Streaming> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::file`](crate::Client::file).
#[derive(Debug, Clone, Copy)]
pub struct File;

impl Endpoint for File {
    const ROUTE: Route = Route::new("file", Verb::Get, "/file");
    type Reply = Raw;
    type Failure = NoFailure;
}

impl Streamed for File {
    type Event = serde_json::Value;
    const FRAMING: Framing = Framing::JsonLines;
    const ACCEPT: &'static str = "application/x-jsonl, application/jsonl, application/x-ndjson, application/json-seq";
    const ERROR_MEMBERS: &'static [&'static str] = &[];
}
