//! Putting a stream's pieces together: one text per sample.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
use super::blocking::wait;
#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
use super::iterate::Blocking;
use super::meta::Meta;
use super::stream::EventStream;
use crate::error::{Error, Result};

/// An event that carries pieces of samples. Emitted code implements it where the schema says so.
pub trait Pieces: Sized {
    /// One piece.
    type Piece: Piece;

    /// The pieces, in the order of the event.
    fn pieces(&self) -> &[Self::Piece];

    /// The pieces, without the event.
    fn into_pieces(self) -> Vec<Self::Piece> {
        self.pieces().to_vec()
    }
}

/// A piece of one sample.
pub trait Piece: Clone {
    /// What tells samples apart.
    type Key: Clone + Ord + fmt::Debug + Send;

    /// The sample that it belongs to.
    fn key(&self) -> Self::Key;

    /// Its text.
    fn text(&self) -> Option<&str>;

    /// Why the sample is complete, on its last piece.
    fn finish(&self) -> Option<&str>;

    /// Takes over what a later piece of the same sample says; members that it leaves out stay.
    ///
    /// Here the later piece replaces this one; emitted code goes member by member.
    fn update(&mut self, later: Self) {
        *self = later;
    }
}

/// One sample of a streamed answer.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Sample<P: Piece> {
    /// What tells it from the others.
    pub key: P::Key,
    /// Its text so far.
    pub text: String,
    /// Why it is complete, once it is.
    pub finish: Option<String>,
    /// What its pieces said in sum: each member as the last piece with that member had it.
    /// IDs and tool calls are here; the text of this piece is only a piece.
    pub merged: P,
    /// How many pieces it came in.
    pub pieces: u64,
}

impl<P: Piece> Sample<P> {
    /// Whether the server said that the sample is complete; otherwise it ended early, or has not ended yet.
    pub fn is_complete(&self) -> bool {
        self.finish.is_some()
    }
}

/// The samples of a streamed answer, in the order of their keys, and what went wrong.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Samples<P: Piece> {
    /// The samples, in the order of their keys.
    pub samples: Vec<Sample<P>>,
    /// Single events that could not be read; the stream went on after each.
    pub skipped: Vec<Error>,
    /// Why the stream ended, where it did not end by itself.
    pub error: Option<Error>,
    /// How many events came.
    pub events: u64,
    /// Status, headers, attempts and times of the answer's head.
    pub meta: Meta,
}

impl<P: Piece> Samples<P> {
    /// No sample yet.
    fn new(meta: Meta) -> Self {
        Self {
            samples: Vec::new(),
            skipped: Vec::new(),
            error: None,
            events: 0,
            meta,
        }
    }

    /// Whether nothing was lost: the stream ended by itself, every event could be read, and there are samples, each
    /// of them complete.
    pub fn is_complete(&self) -> bool {
        let whole = self.error.is_none() && self.skipped.is_empty();
        whole && !self.samples.is_empty() && self.samples.iter().all(Sample::is_complete)
    }

    /// The samples that ended early.
    pub fn unfinished(&self) -> impl Iterator<Item = &Sample<P>> {
        self.samples.iter().filter(|sample| !sample.is_complete())
    }

    /// The samples, or the first error. A sample that ended early is no error by itself; it says so.
    pub fn into_result(self) -> Result<Vec<Sample<P>>> {
        match self.skipped.into_iter().next().or(self.error) {
            Some(error) => Err(error),
            None => Ok(self.samples),
        }
    }

    /// Takes in the pieces of one event.
    fn add<E: Pieces<Piece = P>>(&mut self, event: E) {
        self.events += 1;
        for piece in event.into_pieces() {
            self.add_piece(piece);
        }
    }

    fn add_piece(&mut self, piece: P) {
        let key = piece.key();
        match self.samples.binary_search_by(|sample| sample.key.cmp(&key)) {
            Ok(place) => {
                let sample = &mut self.samples[place];
                sample.text.push_str(piece.text().unwrap_or_default());
                if let Some(finish) = piece.finish() {
                    sample.finish = Some(finish.to_owned());
                }
                sample.pieces += 1;
                sample.merged.update(piece);
            }
            Err(place) => self.samples.insert(place, first_of(key, piece)),
        }
    }

    /// Takes in the outcome of one step of the stream.
    fn add_result<E: Pieces<Piece = P>>(&mut self, result: Result<E>) {
        match result {
            Ok(event) => self.add(event),
            Err(error) if error.is_decode() => self.skipped.push(error),
            Err(error) => self.error = Some(error),
        }
    }
}

fn first_of<P: Piece>(key: P::Key, piece: P) -> Sample<P> {
    Sample {
        key,
        text: piece.text().unwrap_or_default().to_owned(),
        finish: piece.finish().map(str::to_owned),
        merged: piece,
        pieces: 1,
    }
}

impl<E: Pieces> EventStream<E> {
    /// Reads the stream to its end and puts the samples together.
    ///
    /// Whatever came before an error is there, with the error beside it.
    pub async fn samples(self) -> Samples<E::Piece> {
        let mut running = self.running();
        while running.next().await.is_some() {}
        running.samples
    }

    /// Puts the samples together while the stream is read.
    pub fn running(self) -> Running<E> {
        let samples = Samples::new(self.meta().clone());
        Running {
            stream: self,
            samples,
        }
    }

    /// The pieces of text as they come, each with the key of its sample.
    pub fn text(self) -> TextStream<E> {
        TextStream {
            stream: self,
            waiting: Vec::new().into_iter(),
        }
    }
}

#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
impl<E: Pieces> Blocking<EventStream<E>> {
    /// Reads the stream to its end and puts the samples together; see [`EventStream::samples`].
    pub fn samples(self) -> Result<Samples<E::Piece>> {
        wait(self.into_inner().samples())
    }

    /// The pieces of text as they come, each with the key of its sample.
    pub fn text(self) -> Blocking<TextStream<E>> {
        Blocking::new(self.into_inner().text())
    }
}

/// A stream whose samples are put together while it is read; made by [`EventStream::running`].
#[must_use = "a stream does nothing unless it is read"]
pub struct Running<E: Pieces> {
    stream: EventStream<E>,
    samples: Samples<E::Piece>,
}

impl<E: Pieces> Running<E> {
    /// Takes the next event in and gives all samples so far back; `None` at the end.
    ///
    /// Errors are in the samples: `skipped` and `error`.
    pub async fn next(&mut self) -> Option<&Samples<E::Piece>> {
        let result = self.stream.next().await?;
        self.samples.add_result(result);
        Some(&self.samples)
    }

    /// All samples so far.
    pub fn samples(&self) -> &Samples<E::Piece> {
        &self.samples
    }

    /// All samples so far, without reading on; the connection is closed.
    pub fn into_samples(self) -> Samples<E::Piece> {
        self.samples
    }
}

impl<E: Pieces> fmt::Debug for Running<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Running")
            .field("stream", &self.stream)
            .finish_non_exhaustive()
    }
}

/// A piece of text. Its `Display` is the text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TextPiece<K> {
    /// The sample that it belongs to.
    pub key: K,
    /// The text.
    pub text: String,
}

impl<K> fmt::Display for TextPiece<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// A stream of pieces of text; made by [`EventStream::text`]. Pieces without text are left out.
#[must_use = "a stream does nothing unless it is read"]
pub struct TextStream<E: Pieces> {
    stream: EventStream<E>,
    waiting: std::vec::IntoIter<E::Piece>,
}

/// What a [`TextStream`] hands out.
type TextItem<E> = Result<TextPiece<<<E as Pieces>::Piece as Piece>::Key>>;

impl<E: Pieces> TextStream<E> {
    /// The next piece of text; `None` at the end.
    pub async fn next(&mut self) -> Option<TextItem<E>> {
        std::future::poll_fn(|cx| self.poll(cx)).await
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<TextItem<E>>> {
        loop {
            for piece in self.waiting.by_ref() {
                if let Some(text) = piece.text().filter(|text| !text.is_empty()) {
                    let piece = TextPiece {
                        key: piece.key(),
                        text: text.to_owned(),
                    };
                    return Poll::Ready(Some(Ok(piece)));
                }
            }
            match ready!(Pin::new(&mut self.stream).poll_next(cx)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                Some(Ok(event)) => self.waiting = event.into_pieces().into_iter(),
            }
        }
    }
}

impl<E: Pieces> Stream for TextStream<E>
where
    E::Piece: Unpin,
{
    type Item = TextItem<E>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(cx)
    }
}

impl<E: Pieces> fmt::Debug for TextStream<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TextStream")
            .field("stream", &self.stream)
            .finish_non_exhaustive()
    }
}
