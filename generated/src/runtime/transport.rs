//! The seam between calls and the network: whatever can answer an HTTP request.

use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
#[cfg(not(target_arch = "wasm32"))]
use std::pin::pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

/// An error of any type.
pub type BoxError = Box<dyn StdError + Send + Sync>;

/// A boxed future that can change threads.
#[cfg(not(target_arch = "wasm32"))]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A boxed future; a browser has one thread.
#[cfg(target_arch = "wasm32")]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// A boxed stream of the pieces of a body.
#[cfg(not(target_arch = "wasm32"))]
type BoxStream = Pin<Box<dyn Stream<Item = Result<Bytes, BoxError>> + Send>>;

/// A boxed stream of the pieces of a body; a browser has one thread.
#[cfg(target_arch = "wasm32")]
type BoxStream = Pin<Box<dyn Stream<Item = Result<Bytes, BoxError>>>>;

/// Whatever can answer an HTTP request: the network, a recording, a test.
///
/// One call of [`send`](Self::send) is one attempt; retries, timeouts and decoding are done above it. The request
/// is complete: URL, every header with its credentials (marked sensitive), body.
pub trait Transport: Send + Sync + 'static {
    /// Sends the request once and gives the head of the answer back, with a body to read from.
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>>;
}

/// Why there is no answer.
#[derive(Debug)]
pub struct TransportError {
    pub(crate) stage: Stage,
    pub(crate) source: BoxError,
}

/// How far a request came.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Stage {
    /// It was not begun.
    Refused,
    /// There was no connection: the server has seen nothing of it.
    Connect,
    /// The connection took too long to come about.
    ConnectTimeout,
    /// The server may have seen it.
    Sent,
    /// The server may have seen it, and took too long.
    SentTimeout,
}

impl TransportError {
    /// No connection came about, so that sending again is harmless.
    pub fn connect(source: impl Into<BoxError>) -> Self {
        Self {
            stage: Stage::Connect,
            source: source.into(),
        }
    }

    /// The connection failed after the server may have seen the request.
    pub fn sent(source: impl Into<BoxError>) -> Self {
        Self {
            stage: Stage::Sent,
            source: source.into(),
        }
    }

    /// The request cannot be sent at all.
    pub fn refused(source: impl Into<BoxError>) -> Self {
        Self {
            stage: Stage::Refused,
            source: source.into(),
        }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.source.fmt(f)
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&*self.source)
    }
}

/// The body of an answer, read piece by piece.
pub struct Body(Inner);

enum Inner {
    Whole(Option<Bytes>),
    Pieces(BoxStream),
    #[cfg(not(target_arch = "wasm32"))]
    Network(reqwest::Response),
}

impl Body {
    /// A body that is there already.
    pub fn whole(bytes: impl Into<Bytes>) -> Self {
        Self(Inner::Whole(Some(bytes.into())))
    }

    /// A body that comes in pieces.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn pieces(stream: impl Stream<Item = Result<Bytes, BoxError>> + Send + 'static) -> Self {
        Self(Inner::Pieces(Box::pin(stream)))
    }

    /// A body that comes in pieces.
    #[cfg(target_arch = "wasm32")]
    pub fn pieces(stream: impl Stream<Item = Result<Bytes, BoxError>> + 'static) -> Self {
        Self(Inner::Pieces(Box::pin(stream)))
    }

    /// The next piece; `None` at the end.
    pub fn poll_piece(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, BoxError>>> {
        match &mut self.0 {
            Inner::Whole(bytes) => Poll::Ready(bytes.take().map(Ok)),
            Inner::Pieces(stream) => stream.as_mut().poll_next(cx),
            // The future holds nothing that is not in the response, so it can be made anew for each poll.
            #[cfg(not(target_arch = "wasm32"))]
            Inner::Network(response) => pin!(response.chunk()).poll(cx).map(|piece| {
                piece
                    .map_err(|error| error.without_url().into())
                    .transpose()
            }),
        }
    }

    /// The next piece; `None` at the end.
    pub async fn piece(&mut self) -> Option<Result<Bytes, BoxError>> {
        std::future::poll_fn(|cx| self.poll_piece(cx)).await
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Body")
    }
}

/// Whether a body ended by a time limit that a `reqwest::Client` was given by its maker.
pub(crate) fn is_timeout(error: &BoxError) -> bool {
    error
        .downcast_ref::<reqwest::Error>()
        .is_some_and(reqwest::Error::is_timeout)
}

/// The network, by reqwest.
pub(crate) struct Network(pub(crate) reqwest::Client);

impl Transport for Network {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async move {
            #[cfg(not(target_arch = "wasm32"))]
            if !super::clock::can_wait() {
                return Err(TransportError::refused(
                    "calls need a tokio runtime around them",
                ));
            }
            let request = reqwest::Request::try_from(request).map_err(classify)?;
            self.0.execute(request).await.map(answer).map_err(classify)
        })
    }
}

fn classify(error: reqwest::Error) -> TransportError {
    let stage = if error.is_builder() {
        Stage::Refused
    } else if !is_connect(&error) && error.is_timeout() {
        Stage::SentTimeout
    } else if !is_connect(&error) {
        Stage::Sent
    } else if error.is_timeout() {
        Stage::ConnectTimeout
    } else {
        Stage::Connect
    };
    TransportError {
        stage,
        source: error.without_url().into(),
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn is_connect(error: &reqwest::Error) -> bool {
    error.is_connect()
}

/// A browser does not tell, so that the server may have seen the request.
#[cfg(target_arch = "wasm32")]
fn is_connect(_: &reqwest::Error) -> bool {
    false
}

#[cfg(not(target_arch = "wasm32"))]
fn answer(mut response: reqwest::Response) -> http::Response<Body> {
    let status = response.status();
    let headers = std::mem::take(response.headers_mut());
    with_head(status, headers, Body(Inner::Network(response)))
}

#[cfg(target_arch = "wasm32")]
fn answer(response: reqwest::Response) -> http::Response<Body> {
    let (status, headers) = (response.status(), response.headers().clone());
    with_head(
        status,
        headers,
        Body::pieces(Unnamed(Box::pin(response.bytes_stream()))),
    )
}

fn with_head(
    status: http::StatusCode,
    headers: http::HeaderMap,
    body: Body,
) -> http::Response<Body> {
    let mut response = http::Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}

/// A stream of reqwest's with its errors in a box.
#[cfg(target_arch = "wasm32")]
struct Unnamed(Pin<Box<dyn Stream<Item = reqwest::Result<Bytes>>>>);

#[cfg(target_arch = "wasm32")]
impl Stream for Unnamed {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = self.0.as_mut().poll_next(cx);
        next.map(|piece| piece.map(|piece| piece.map_err(|error| error.without_url().into())))
    }
}
