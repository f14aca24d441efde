//! What emitted code stands on; it reaches everything here as `crate::runtime::…`.
//!
//! What a caller needs is also at the root of the crate. What is not in these pages, though public, is for emitted
//! code alone and may change with any version.

// Calls and their answers.
mod answer;
mod answers;
mod auth;
mod base_url;
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
mod sign;
mod trace;
mod transport;

// Streams.
mod frames;
#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
mod iterate;
mod lines;
mod samples;
mod source;
mod stream;
mod watch;

// Values.
mod doubt;
mod fitted;
mod fixed;
#[doc(hidden)]
pub mod given;
mod integer;
mod maybe;
mod members;
mod new;
mod object;
mod setters;
mod slot;
mod strange;
mod strict;
mod type_name;
mod union;
mod words;
mod writer;

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

#[doc(hidden)]
pub use answer::no_case;
pub use answer::{Answer, Decode, Empty, Json, NoFailure, Raw, Text};
#[allow(
    unused_imports,
    reason = "whether an endpoint answers by status depends on the document"
)]
pub(crate) use answers::answers;
pub(crate) use auth::Credentials;
pub(crate) use base_url::{carries_secret, check_scheme, is_loopback, no_base_url, parse_base};
pub use call::{Call, Once};
pub(crate) use doubt::doubts;
pub use endpoint::{Api, Endpoint, Framing, Route, Scheme, SchemeKind, Verb};
#[cfg(feature = "mock")]
pub(crate) use json::explain;
pub use json::{JsonError, from_bytes, from_text, unframed};
pub use limits::Limits;
pub(crate) use meta::Attempts;
pub use meta::{Meta, Response};
#[cfg(feature = "mock")]
pub(crate) use param::percent_encode;
#[doc(hidden)]
pub use param::{Param, Style};
#[doc(hidden)]
pub use request::Payload;
pub use retry::RetryPolicy;
pub use secret::Secret;
#[cfg(feature = "mock")]
pub(crate) use secret::collect;
pub(crate) use secret::scrub;
pub(crate) use sign::sign;
pub(crate) use transport::Network;
pub use transport::{Body, BoxError, BoxFuture, Transport, TransportError};

#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
pub use iterate::Blocking;
pub use samples::{Piece, Pieces, Running, Sample, Samples, TextPiece, TextStream};
pub use stream::{EventStream, RawEvent, RawStream, Streamed, Streaming};

#[doc(hidden)]
pub use fixed::Fixed;
#[doc(hidden)]
pub use integer::integer;
pub use maybe::Maybe;
#[doc(hidden)]
pub use members::{Members, read_object};
pub(crate) use new::new;
#[doc(hidden)]
pub use object::Object;
pub(crate) use object::object;
pub(crate) use setters::setters;
#[doc(hidden)]
pub use slot::{Slot, one_of};
#[doc(hidden)]
pub use strict::expected;
pub(crate) use union::union;
#[doc(hidden)]
pub use union::{Branch, Union, Variant, kind, read_union};
pub use words::UnknownWord;
#[doc(hidden)]
pub use words::read_word;
pub(crate) use words::words;
#[doc(hidden)]
pub use writer::{Writer, write_object};

#[cfg(test)]
pub use base64::Base64;
#[cfg(test)]
pub use duration::Duration;
#[cfg(test)]
#[doc(hidden)]
pub use multipart::encode;
#[cfg(test)]
pub(crate) use newtype::newtype;
#[cfg(test)]
pub use numbers::UnknownNumber;
#[cfg(test)]
pub(crate) use numbers::numbers;
#[cfg(test)]
#[doc(hidden)]
pub use numbers::read_number;
#[cfg(test)]
pub(crate) use overlap::overlap;
#[cfg(test)]
#[doc(hidden)]
pub use overlap::{Overlap, overlap_part, push_part, read_overlap, write_overlap};
#[cfg(test)]
pub(crate) use tuple::tuple;
#[cfg(test)]
#[doc(hidden)]
pub use tuple::{Items, Tuple, read_tuple};
#[cfg(test)]
pub use upload::Upload;
