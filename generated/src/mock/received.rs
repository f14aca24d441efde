//! A request as the server got it.

use std::fmt;

use bytes::Bytes;
use serde_json::Value;

use super::auth::is_secret;
use super::http::Head;

/// A request as the server got it.
///
/// Its `Debug` shows neither the values of headers nor the body, which may hold keys.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Received {
    /// The HTTP method.
    pub method: String,
    /// The path, the server's base path included: `/v4/chat-experiment`.
    pub path: String,
    /// What stands behind the `?`.
    pub query: String,
    /// The headers in the order they came.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Bytes,
    /// The number of its connection, from 1; requests of one number came over one connection.
    pub connection: u64,
    /// The endpoint's method on the client, where the request goes to one.
    pub endpoint: Option<&'static str>,
}

impl Received {
    pub(super) fn new(
        head: Head,
        body: Vec<u8>,
        connection: u64,
        endpoint: Option<&'static str>,
    ) -> Self {
        let (path, query) = head.target.split_once('?').unwrap_or((&head.target, ""));
        Self {
            method: head.method.clone(),
            path: path.to_owned(),
            query: query.to_owned(),
            body: body.into(),
            connection,
            endpoint,
            headers: head.headers,
        }
    }

    /// A request as a client sends it.
    pub(super) fn of(request: &http::Request<Bytes>) -> Self {
        let uri = request.uri();
        let text = |(name, value): (&http::HeaderName, &http::HeaderValue)| {
            let value = String::from_utf8_lossy(value.as_bytes());
            (name.as_str().to_owned(), value.into_owned())
        };
        Self {
            method: request.method().as_str().to_owned(),
            path: uri.path().to_owned(),
            query: uri.query().unwrap_or_default().to_owned(),
            headers: request.headers().iter().map(text).collect(),
            body: request.body().clone(),
            connection: 0,
            endpoint: None,
        }
    }

    /// The value of a header, whatever the case of its name.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let (_, value) = headers.find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        Some(value)
    }

    /// The body as JSON; null when it is none.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }
}

impl fmt::Debug for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.headers.iter().map(|(name, _)| name.as_str()).collect();
        let mut out = f.debug_struct("Received");
        out.field("method", &self.method).field("path", &self.path);
        // A key may stand in the query.
        if !self
            .query
            .split('&')
            .any(|pair| is_secret(pair.split('=').next().unwrap_or_default()))
        {
            out.field("query", &self.query);
        }
        out.field("headers", &names)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .field("connection", &self.connection)
            .finish_non_exhaustive()
    }
}
