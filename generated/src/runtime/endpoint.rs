//! What an endpoint is: the facts that emitted code states once, and everything else is made from.

use http::header::CONTENT_TYPE;
use http::{HeaderMap, Method};

use super::answer::Decode;
use super::auth::Credentials;
use super::request::Outgoing;
use crate::error::Error;

/// An endpoint of the API. Emitted code has one marker type for each.
pub trait Endpoint: Send + Sync + 'static {
    /// Where its requests go and what they need.
    const ROUTE: Route;
    /// What a success brings, and how it is read.
    type Reply: Decode;
    /// What a failure brings, and how it is read; see [`Error::failure`](crate::Error::failure).
    type Failure: Decode;
}

/// How events are cut from a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Framing {
    /// `text/event-stream`.
    ServerSentEvents,
    /// `application/jsonl`, `application/x-ndjson`, `application/json-seq`: one JSON value a line.
    JsonLines,
}

impl Framing {
    /// What a request for such a body accepts.
    pub const fn accept(self) -> &'static str {
        match self {
            Self::ServerSentEvents => "text/event-stream",
            Self::JsonLines => "application/jsonl, application/x-ndjson, application/json-seq",
        }
    }

    /// How events are cut from a body of this media type, where it is sure to be a stream.
    pub(crate) fn of(media: &str) -> Option<Self> {
        match media {
            "text/event-stream" => Some(Self::ServerSentEvents),
            "application/jsonl"
            | "application/x-jsonl"
            | "application/ndjson"
            | "application/x-ndjson"
            | "application/json-seq"
            | "application/jsonlines"
            | "application/x-jsonlines" => Some(Self::JsonLines),
            _ => None,
        }
    }
}

/// The media type of an answer in lower case, without parameters.
pub(crate) fn media_of(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(CONTENT_TYPE)?.to_str().ok()?;
    let media = value.split(';').next().unwrap_or_default();
    Some(media.trim().to_ascii_lowercase())
}

/// An HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// `GET`.
    Get,
    /// `PUT`.
    Put,
    /// `POST`.
    Post,
    /// `DELETE`.
    Delete,
    /// `OPTIONS`.
    Options,
    /// `HEAD`.
    Head,
    /// `PATCH`.
    Patch,
    /// `TRACE`.
    Trace,
    /// `QUERY`, a `GET` with a body.
    Query,
}

impl Verb {
    /// The method's name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Trace => "TRACE",
            Self::Query => "QUERY",
        }
    }

    pub(crate) fn method(self) -> Method {
        match self {
            Self::Get => Method::GET,
            Self::Put => Method::PUT,
            Self::Post => Method::POST,
            Self::Delete => Method::DELETE,
            Self::Options => Method::OPTIONS,
            Self::Head => Method::HEAD,
            Self::Patch => Method::PATCH,
            Self::Trace => Method::TRACE,
            Self::Query => Method::from_bytes(b"QUERY").unwrap_or(Method::GET),
        }
    }
}

/// Where an endpoint's requests go and what they need.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Route {
    /// The endpoint's method on the client, as messages name it.
    pub name: &'static str,
    /// The HTTP method.
    pub verb: Verb,
    /// The path template, `/pets/{petId}`.
    pub path: &'static str,
    /// Alternatives of security schemes; any inner list suffices, an empty one means none is needed.
    pub auth: &'static [&'static [&'static str]],
    /// The boolean member of the body that chooses the stream half.
    pub switch: Option<&'static str>,
    /// A server of its own, unless the client is given a base URL.
    pub server: Option<&'static str>,
    /// What a request for a whole answer accepts, where that is not the usual of its kind.
    pub accept: Option<&'static str>,
}

impl Route {
    /// A route without credentials, switch or server of its own.
    pub const fn new(name: &'static str, verb: Verb, path: &'static str) -> Self {
        Self {
            name,
            verb,
            path,
            auth: &[],
            switch: None,
            server: None,
            accept: None,
        }
    }

    /// The alternatives of security schemes.
    pub const fn auth(mut self, alternatives: &'static [&'static [&'static str]]) -> Self {
        self.auth = alternatives;
        self
    }

    /// The member of the body that chooses the stream half.
    pub const fn switch(mut self, member: &'static str) -> Self {
        self.switch = Some(member);
        self
    }

    /// What a request for a whole answer accepts.
    pub const fn accept(mut self, media: &'static str) -> Self {
        self.accept = Some(media);
        self
    }

    /// A server of its own.
    pub const fn server(mut self, url: &'static str) -> Self {
        self.server = Some(url);
        self
    }
}

/// Puts the credentials that a route asks for into a request, beside the headers that all requests have.
pub(crate) type Sign =
    fn(&Credentials, &Api, &Route, &HeaderMap, &mut Outgoing) -> Result<(), Error>;

/// The facts of the whole API, as the document states them.
#[derive(Debug, Clone, Copy)]
pub struct Api {
    /// The document's title.
    pub title: &'static str,
    /// The document's version.
    pub version: &'static str,
    /// The server that requests go to unless the caller says otherwise; none when it is retired or its
    /// host is the caller's to say.
    pub base_url: Option<&'static str>,
    /// The day the service behind the document's server ended.
    pub retired: Option<&'static str>,
    /// The URLs of all servers, variables filled with their defaults.
    pub servers: &'static [&'static str],
    /// What the names of environment variables begin with: `PETS` for `PETS_API_KEY`.
    pub env_prefix: &'static str,
    /// Whether every call needs a credential.
    pub secured: bool,
    /// The security schemes that calls ask for.
    pub schemes: &'static [Scheme],
    /// Puts the credentials for them into a request; nothing where calls ask for none.
    pub(crate) sign: Option<Sign>,
}

/// A security scheme.
#[derive(Debug, Clone, Copy)]
pub struct Scheme {
    /// Its name in the document.
    pub name: &'static str,
    /// How a credential travels.
    pub kind: SchemeKind,
    /// The variable of the environment that holds its credential, where calls need several at once.
    pub variable: Option<&'static str>,
}

/// How a credential travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemeKind {
    /// In a header of this name.
    HeaderKey(&'static str),
    /// In a query parameter of this name.
    QueryKey(&'static str),
    /// In a cookie of this name.
    CookieKey(&'static str),
    /// `Authorization: Basic`, the credential being `user:password`.
    Basic,
    /// `Authorization: Bearer`.
    Bearer,
    /// `Authorization` with this word before the credential.
    Http(&'static str),
    /// In a way that only the HTTP client below knows (mutual TLS, digest, …).
    Other(&'static str),
}
