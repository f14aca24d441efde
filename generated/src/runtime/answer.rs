//! Reading whole answers: by kind of body, and by status.

use std::convert::Infallible;
use std::marker::PhantomData;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

use super::json::{self, JsonError};

/// A way to read a whole answer.
pub trait Decode {
    /// What is read.
    type Value: Send + 'static;

    /// What a request for it accepts.
    const ACCEPT: &'static str;

    /// Whether an answer of this status is of this kind, rather than a failure.
    fn accepts(status: StatusCode) -> bool {
        status.is_success()
    }

    /// Reads the answer.
    fn decode(answer: &Answer<'_>) -> Result<Self::Value, JsonError>;
}

/// A whole answer.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Answer<'a> {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: &'a HeaderMap,
    /// Its body.
    pub body: &'a Bytes,
}

impl<'a> Answer<'a> {
    pub(crate) fn new(status: StatusCode, headers: &'a HeaderMap, body: &'a Bytes) -> Self {
        Self {
            status,
            headers,
            body,
        }
    }
}

/// A JSON body.
#[derive(Debug)]
pub struct Json<T>(PhantomData<fn() -> T>);

impl<T: DeserializeOwned + Send + 'static> Decode for Json<T> {
    type Value = T;
    const ACCEPT: &'static str = "application/json";

    fn decode(answer: &Answer<'_>) -> Result<T, JsonError> {
        if answer.status.is_success() {
            return json::from_bytes(answer.body);
        }
        json::from_bytes(&json::unframed(answer.body))
    }
}

/// No body, or one that does not matter.
#[derive(Debug)]
pub struct Empty;

impl Decode for Empty {
    type Value = ();
    const ACCEPT: &'static str = "*/*";

    fn decode(_: &Answer<'_>) -> Result<(), JsonError> {
        Ok(())
    }
}

/// A body of text.
#[derive(Debug)]
pub struct Text;

impl Decode for Text {
    type Value = String;
    const ACCEPT: &'static str = "text/plain, text/*;q=0.9, */*;q=0.5";

    fn decode(answer: &Answer<'_>) -> Result<String, JsonError> {
        let text = String::from_utf8(answer.body.to_vec());
        text.map_err(|error| JsonError {
            path: None,
            message: error.to_string(),
        })
    }
}

/// A body of bytes.
#[derive(Debug)]
pub struct Raw;

impl Decode for Raw {
    type Value = Bytes;
    const ACCEPT: &'static str = "*/*";

    fn decode(answer: &Answer<'_>) -> Result<Bytes, JsonError> {
        Ok(answer.body.clone())
    }
}

/// Failures of which the document says nothing.
#[derive(Debug)]
pub struct NoFailure;

impl Decode for NoFailure {
    type Value = Infallible;
    const ACCEPT: &'static str = "*/*";

    fn decode(_: &Answer<'_>) -> Result<Infallible, JsonError> {
        Err(no_case())
    }
}

/// The error of an answer that the document has no case for.
pub fn no_case() -> JsonError {
    JsonError {
        path: None,
        message: "the document names no body for this status".to_owned(),
    }
}
