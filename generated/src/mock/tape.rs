//! A file that takes down calls as they happen.

use std::fmt;
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use super::received::Received;
use super::recording::{Asked, Ended, Secrets};
use crate::runtime::{Body, BoxError, BoxFuture, Transport, TransportError};

/// A file that takes down calls as they happen, for [`Setup::replay`](super::Setup::replay).
///
/// Keys are taken out before anything is written: the credentials of a request, and what the schema calls secret in
/// its body, wherever they turn up, in the answer too. Of headers only a few harmless ones of the answer are written.
/// Everything else is written as it is: what was asked and answered stands in the file.
///
/// ```no_run
/// use humanloop::mock::Tape;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let tape = Tape::create("calls.jsonl")?;
/// let client = humanloop::Client::builder()
///     .base_url("https://gateway.example/v4")
///     .around(move |network| tape.around(network))
///     .build()?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct Tape(Arc<Mutex<File>>);

impl Tape {
    /// A new file, in place of any other of its name.
    pub fn create(path: impl AsRef<Path>) -> io::Result<Self> {
        let file = File::create(path)?;
        Ok(Self(Arc::new(Mutex::new(file))))
    }

    /// Takes down every attempt that goes through this; see [`Builder::around`](crate::client::Builder::around).
    ///
    /// An answer is written when its body has been read, or dropped. Where the file cannot be written, reading the
    /// body fails. An attempt without an answer leaves no trace.
    pub fn around(&self, inner: Arc<dyn Transport>) -> impl Transport + use<> {
        Recorder {
            tape: self.clone(),
            inner,
        }
    }

    fn write(&self, line: &str) -> io::Result<()> {
        let mut file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        file.write_all(line.as_bytes())
    }
}

struct Recorder {
    tape: Tape,
    inner: Arc<dyn Transport>,
}

impl fmt::Debug for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Recorder")
    }
}

impl Transport for Recorder {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async move {
            let (asked, secrets) = Asked::new(&Received::of(&request));
            let (head, body) = self.inner.send(request).await?.into_parts();
            let taped = Taped {
                body,
                pieces: Vec::new(),
                pending: Some(Pending {
                    tape: self.tape.clone(),
                    asked,
                    secrets,
                    status: head.status.as_u16(),
                    headers: head.headers.clone(),
                }),
            };
            Ok(http::Response::from_parts(head, Body::pieces(taped)))
        })
    }
}

/// What is known of an exchange before its end.
struct Pending {
    tape: Tape,
    asked: Asked,
    secrets: Secrets,
    status: u16,
    headers: http::HeaderMap,
}

/// A body that is written down when it ends.
struct Taped {
    body: Body,
    pieces: Vec<Bytes>,
    pending: Option<Pending>,
}

impl Taped {
    fn write(&mut self, ended: Ended) -> io::Result<()> {
        let Some(pending) = self.pending.take() else {
            return Ok(());
        };
        let head = (pending.status, &pending.headers);
        let secrets = pending.secrets;
        let exchange = secrets.exchange(pending.asked, head, &self.pieces, ended);
        pending.tape.write(&exchange.line())
    }
}

impl Stream for Taped {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = ready!(self.body.poll_piece(cx));
        let written = match &next {
            Some(Ok(piece)) => {
                self.pieces.push(piece.clone());
                Ok(())
            }
            Some(Err(_)) => self.write(Ended::Cut),
            None => self.write(Ended::Whole),
        };
        Poll::Ready(match written {
            Ok(()) => next,
            Err(error) => Some(Err(error.into())),
        })
    }
}

impl Drop for Taped {
    fn drop(&mut self) {
        // Nobody is there any more to be told that the file takes no more.
        drop(self.write(Ended::Left));
    }
}
