//! An answer from memory, in pieces of any size.

use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, StatusCode};
use humanloop::{Body, BoxError, BoxFuture, Client, Transport, TransportError};

/// The key of every call; no error may repeat it.
pub(super) const CANARY: &str = "canary-of-the-client";

/// What a server answers, whatever it is asked.
#[derive(Debug, Clone)]
pub(super) struct Memory {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) pieces: Vec<Bytes>,
    /// Whether the connection breaks behind the last piece.
    pub(super) broken: bool,
}

impl Memory {
    /// A client of it that sends nothing twice.
    pub(super) fn client(self) -> Result<Client, String> {
        let builder = Client::builder()
            .base_url("https://memory.example")
            .api_key(CANARY)
            .retries(0)
            .max_event(1 << 12)
            .max_body(1 << 14)
            .transport(self);
        builder.build().map_err(|error| error.to_string())
    }
}

impl Transport for Memory {
    fn send(
        &self,
        _request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        let broken = self.broken.then(|| Err("broken".into()));
        let pieces = self.pieces.iter().cloned().map(Ok).chain(broken);
        let mut response = http::Response::new(Body::pieces(Pieces(pieces.collect())));
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers.clone();
        Box::pin(async { Ok(response) })
    }
}

struct Pieces(VecDeque<Result<Bytes, BoxError>>);

impl Stream for Pieces {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop_front())
    }
}

/// Runs a future to its end.
pub(super) fn block_on<T>(future: impl Future<Output = T>) -> Result<T, String> {
    thread_local! {
        static RUNTIME: std::io::Result<tokio::runtime::Runtime> =
            tokio::runtime::Builder::new_current_thread().enable_time().build();
    }
    RUNTIME.with(|runtime| match runtime {
        Ok(runtime) => Ok(runtime.block_on(future)),
        Err(error) => Err(error.to_string()),
    })
}

/// What an error says, after a look for what it must not say.
pub(super) fn told(error: &humanloop::Error) -> Result<String, String> {
    let told = format!("{error} | {error:?}");
    if told.contains(CANARY) {
        return Err(format!("an error repeats the key: {told}"));
    }
    Ok(format!(
        "{error} at {:?} of {:?}",
        error.path(),
        error.event()
    ))
}
