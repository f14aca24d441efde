// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `send`.

use crate::Client;
use crate::runtime::{Call, Empty, Endpoint, NoFailure, Raw, Route, Style, Text, Verb};
use super::types::{Form, Parts};

impl Client {
    /// `POST /json` returns no body: Done.
    #[doc(alias = "sendJson")]
    pub fn send_json<'a>(&self, request: impl Into<Option<&'a [i64]>>) -> Call<SendJson> {
        let call = Call::new(self);
        match request.into() {
            Some(request) => call.json_as("application/vnd.case+json", request),
            None => call,
        }
    }

    /// `POST /text` returns text: Done.
    #[doc(alias = "sendText")]
    pub fn send_text(&self, request: impl Into<String>) -> Call<SendText> {
        Call::new(self).text(request)
    }

    /// `POST /bytes` returns bytes: Done.
    #[doc(alias = "sendBytes")]
    pub fn send_bytes(&self, request: impl Into<bytes::Bytes>) -> Call<SendBytes> {
        Call::new(self).bytes("application/pdf", request)
    }

    /// `POST /form` returns no body: Done.
    #[doc(alias = "sendForm")]
    pub fn send_form(&self, request: &Form) -> Call<SendForm> {
        Call::new(self)
            .form_as(
                request,
                &[("tags", Style::PipeDelimited, false), ("place", Style::Form, true)],
            )
    }

    /// `POST /form` returns no body: Done. The body travels as `multipart/form-data`.
    #[doc(alias = "sendForm")]
    pub fn send_form_multipart(&self, request: &Parts) -> Call<SendForm> {
        Call::new(self).multipart_as(request, &[("file", "image/png")])
    }
}

/// Marks the calls of [`Client::send_json`](crate::Client::send_json).
#[derive(Debug, Clone, Copy)]
pub struct SendJson;

impl Endpoint for SendJson {
    const ROUTE: Route = Route::new("send_json", Verb::Post, "/json");
    type Reply = Empty;
    type Failure = NoFailure;
}

/// Marks the calls of [`Client::send_text`](crate::Client::send_text).
#[derive(Debug, Clone, Copy)]
pub struct SendText;

impl Endpoint for SendText {
    const ROUTE: Route = Route::new("send_text", Verb::Post, "/text");
    type Reply = Text;
    type Failure = NoFailure;
}

/// Marks the calls of [`Client::send_bytes`](crate::Client::send_bytes).
#[derive(Debug, Clone, Copy)]
pub struct SendBytes;

impl Endpoint for SendBytes {
    const ROUTE: Route = Route::new("send_bytes", Verb::Post, "/bytes")
        .accept("application/pdf");
    type Reply = Raw;
    type Failure = NoFailure;
}

/// Marks the calls of [`Client::send_form`](crate::Client::send_form).
#[derive(Debug, Clone, Copy)]
pub struct SendForm;

impl Endpoint for SendForm {
    const ROUTE: Route = Route::new("send_form", Verb::Post, "/form");
    type Reply = Empty;
    type Failure = NoFailure;
}
