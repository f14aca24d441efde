//! What emitted code stands on; it reaches everything here as `crate::runtime::…`.
//!
//! Everything that a caller needs is also at the root of the crate.

// Calls and their answers.
mod answer;
mod answers;
mod auth;
#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
mod blocking;
mod call;
mod clock;
mod endpoint;
mod exchange;
mod json;
mod limits;
mod meta;
mod param;
mod request;
mod retry;
mod secret;
mod trace;
mod transport;

// Streams.
mod frames;
#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
mod iterate;
mod lines;
mod samples;
mod stream;

// Values.
mod doubt;
mod integer;
mod maybe;
mod new;
mod object;
mod setters;
mod slot;
mod strange;
mod union;
mod words;

// What only other documents' crates need is compiled for the tests alone.
#[cfg(test)]
mod base64;
#[cfg(test)]
mod duration;
#[cfg(test)]
mod form;
#[cfg(test)]
mod multipart;
#[cfg(test)]
mod newtype;
#[cfg(test)]
mod numbers;
#[cfg(test)]
mod overlap;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tuple;
#[cfg(test)]
mod upload;

pub use answer::{Answer, Decode, Empty, Json, NoFailure, Raw, Text, no_case};
#[allow(
    unused_imports,
    reason = "whether an endpoint answers by status depends on the document"
)]
pub(crate) use answers::answers;
pub(crate) use auth::Credentials;
pub use call::{Call, Once};
pub(crate) use doubt::doubts;
pub use endpoint::{Api, Endpoint, Framing, Route, Scheme, SchemeKind, Verb};
pub use json::{JsonError, from_bytes, from_text, unframed};
pub use limits::Limits;
pub(crate) use meta::Attempts;
pub use meta::{Meta, Response};
#[allow(unused_imports, reason = "only the mock server has a use for it")]
pub(crate) use param::percent_encode;
pub use param::{Param, Style};
pub use request::Payload;
pub use retry::RetryPolicy;
pub use secret::Secret;
#[allow(unused_imports, reason = "only the mock server has a use for it")]
pub(crate) use secret::collect;
pub(crate) use secret::scrub;
pub(crate) use transport::Network;
pub use transport::{Body, BoxError, BoxFuture, Transport, TransportError};

#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
pub use iterate::Blocking;
pub use samples::{Piece, Pieces, Running, Sample, Samples, TextPiece, TextStream};
pub use stream::{EventStream, RawEvent, RawStream, Streamed, Streaming};

pub use integer::integer;
pub use maybe::Maybe;
pub(crate) use new::new;
pub(crate) use object::object;
pub use object::{Fixed, Members, Object, Shape, Writer, presence, read_object, write_object};
pub(crate) use setters::setters;
pub use slot::{Slot, expected, one_of};
pub(crate) use union::union;
pub use union::{Union, Variant, kind, read_union};
pub(crate) use words::words;
pub use words::{UnknownWord, read_word};

#[cfg(test)]
pub use base64::Base64;
#[cfg(test)]
pub use duration::Duration;
#[cfg(test)]
pub use multipart::{Multipart, encode};
#[cfg(test)]
pub(crate) use newtype::newtype;
#[cfg(test)]
pub(crate) use numbers::numbers;
#[cfg(test)]
pub use numbers::{UnknownNumber, read_number};
#[cfg(test)]
pub(crate) use overlap::overlap;
#[cfg(test)]
pub use overlap::{Overlap, overlap_part, push_part, read_overlap, write_overlap};
#[cfg(test)]
pub(crate) use tuple::tuple;
#[cfg(test)]
pub use tuple::{Items, Tuple, read_tuple};
#[cfg(test)]
pub use upload::Upload;
