//! How the client behaves when things go wrong, one matter after the other, each with a program that runs.
//!
//! The programs talk to the server of the feature `mock`, which comes with this crate: it breaks things on purpose.
//! [Time limits](#time-limits), [retries](#retries), [errors](#errors), [samples](#samples),
//! [tests of your own](#tests-of-your-own), [recordings](#recordings),
//! [without an async runtime](#without-an-async-runtime), [tracing](#tracing).
//!
//! # Time limits
//!
//! There are four, since a generation may take minutes and a stream hours, while a dead connection should be noticed
//! soon. Connecting may take 10 s; a whole answer, or the beginning of a stream, 600 s with all retries; a stream may
//! be without a byte for 120 s. A stream as a whole has no limit. A server that sends nothing but comments is caught
//! by `event_timeout`, which is off unless you set it. The two limits within a stream are noticed up to an eighth of
//! them late, so that an event costs no look at the clock.
//!
//! ```
//! # #[cfg(feature = "mock")]
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use std::time::Duration;
//!
//! use humanloop::endpoints::ChatExperiment;
//! use humanloop::mock::{Fault, MockServer};
//! use humanloop::types::{ChatExperimentRequest, ChatMessage, ChatRole};
//!
//! let server = MockServer::start()?;
//! server.on::<ChatExperiment>().text("one two three").fault_after(2, Fault::Stall);
//!
//! let client = server
//!     .builder()
//!     .connect_timeout(Duration::from_secs(5))
//!     .idle_timeout(Duration::from_secs(60))
//!     .build()?;
//! let request = ChatExperimentRequest::new("exp_1", [ChatMessage::new(ChatRole::User).content("Hello")]);
//!
//! // One call may have limits of its own.
//! let call = client.chat_experiment_stream(&request).idle_timeout(Duration::from_millis(50));
//! let samples = call.await?.samples().await;
//! assert_eq!(samples.samples[0].text, "one two");
//! assert!(samples.error.is_some_and(|error| error.is_timeout()));
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "mock"))]
//! # fn main() {}
//! ```
//!
//! # Retries
//!
//! A request is sent again after a failure to connect, and after 408, 429, 500, 502, 503 and 504: twice at most, after
//! half a second and then a whole one, or after as long as the server asks for. Nothing is sent again once an answer
//! has begun, since a generation would be paid for twice. But every call is a `POST`, and a gateway may have done the
//! work behind a 500, 502 or 504: `retries(0)`, on a call or for all, sends nothing twice. Where a gateway knows
//! idempotency keys, give it one: all attempts carry the same.
//!
//! ```
//! # #[cfg(feature = "mock")]
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use std::time::Duration;
//!
//! use humanloop::RetryPolicy;
//! use humanloop::endpoints::ChatExperiment;
//! use humanloop::mock::MockServer;
//! use humanloop::types::{ChatExperimentRequest, ChatMessage, ChatRole};
//!
//! let server = MockServer::start()?;
//! server.on::<ChatExperiment>().status(503).then().text("Hello!");
//!
//! let policy = RetryPolicy::default().retries(4).first_wait(Duration::from_millis(10));
//! let client = server.builder().retry_policy(policy).build()?;
//! let request = ChatExperimentRequest::new("exp_1", [ChatMessage::new(ChatRole::User).content("Hello")]);
//!
//! let answer = client.chat_experiment(&request).idempotency_key("order-7").send_with_meta().await?;
//! assert_eq!(answer.meta.attempts(), 2);
//! assert!(answer.meta.waited() > Duration::ZERO);
//!
//! // One call may be sent once only.
//! server.on::<ChatExperiment>().status(503);
//! let error = client.chat_experiment(&request).retries(0).await.unwrap_err();
//! assert_eq!((error.attempts(), error.is_retryable()), (1, true));
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "mock"))]
//! # fn main() {}
//! ```
//!
//! # Errors
//!
//! There is one type, [`Error`](crate::Error). It is asked what happened, and knows the status, the request's ID, how
//! often it was sent, the body as it came, and the body as the schema describes it. In a stream everything that was
//! complete is delivered before the error; an event that cannot be read is an error of its own, and the stream goes on
//! behind it.
//!
//! ```
//! # #[cfg(feature = "mock")]
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use humanloop::endpoints::ChatExperiment;
//! use humanloop::mock::{Fault, MockServer};
//! use humanloop::types::{ChatExperimentRequest, ChatMessage, ChatRole};
//!
//! let server = MockServer::start()?;
//! let client = server.client()?;
//! let request = ChatExperimentRequest::new("exp_1", [ChatMessage::new(ChatRole::User).content("Hello")]);
//!
//! server.on::<ChatExperiment>().status(422);
//! let error = client.chat_experiment(&request).await.unwrap_err();
//! assert!(error.is_invalid());
//! println!("{error}: {:?}", error.failure::<ChatExperiment>());
//!
//! server.on::<ChatExperiment>().text("one two three").fault_after(1, Fault::NotJson);
//! let mut events = client.chat_experiment_stream(&request).await?;
//! let mut good = 0;
//! while let Some(event) = events.next().await {
//!     match event {
//!         Ok(_) => good += 1,
//!         Err(error) if error.is_decode() => println!("event {:?}: {error}", error.event()),
//!         Err(error) => return Err(error.into()),
//!     }
//! }
//! assert_eq!(good, 2);
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "mock"))]
//! # fn main() {}
//! ```
//!
//! # Samples
//!
//! The pieces of a stream belong to samples, and come in any order. [`samples`](crate::EventStream::samples) puts them
//! together; [`running`](crate::EventStream::running) does it while they come; [`text`](crate::EventStream::text)
//! hands out text as it comes. A sample says why it is complete, or that it ended early.
//!
//! ```
//! # #[cfg(feature = "mock")]
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use humanloop::endpoints::ChatExperiment;
//! use humanloop::mock::{Fault, MockServer};
//! use humanloop::types::{ChatExperimentRequest, ChatMessage, ChatRole};
//!
//! let server = MockServer::start()?;
//! // The second sample is longer, and the connection ends before it does.
//! server.on::<ChatExperiment>().texts(["Good morning.", "Good morning to you."]).fault_after(5, Fault::Cut);
//!
//! let client = server.client()?;
//! let request = ChatExperimentRequest::new("exp_1", [ChatMessage::new(ChatRole::User).content("Hello")]);
//! let samples = client.chat_experiment_stream(&request.num_samples(2)).await?.samples().await;
//! let [first, second] = &samples.samples[..] else { panic!("two samples") };
//! assert_eq!((first.text.as_str(), first.is_complete()), ("Good morning.", true));
//! assert_eq!((second.text.as_str(), second.is_complete()), ("Good morning to", false));
//! assert!(samples.error.is_some_and(|error| error.is_cut()));
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "mock"))]
//! # fn main() {}
//! ```
//!
//! # Tests of your own
//!
//! The server answers with the schema's examples, or with what you say; it notes what it was asked.
//!
//! ```
//! # #[cfg(feature = "mock")]
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use humanloop::Client;
//! use humanloop::endpoints::ChatExperiment;
//! use humanloop::mock::MockServer;
//! use humanloop::types::{ChatExperimentRequest, ChatMessage, ChatRole};
//!
//! /// The program under test.
//! async fn greeting(client: &Client) -> humanloop::Result<String> {
//!     let question = ChatMessage::new(ChatRole::User).content("Greet me.");
//!     let request = ChatExperimentRequest::new("exp_1", [question]);
//!     Ok(client.chat_experiment(&request).await?.data.remove(0).output)
//! }
//!
//! let server = MockServer::start()?;
//! server.on::<ChatExperiment>().text("Good morning.");
//! assert_eq!(greeting(&server.client()?).await?, "Good morning.");
//! assert_eq!(server.requests()[0].json()["experiment_id"], "exp_1");
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "mock"))]
//! # fn main() {}
//! ```
//!
//! # Recordings
//!
//! [`Builder::around`](crate::Builder::around) puts something of yours around every attempt: other credentials, a log.
//! With the feature `mock` there is one that takes calls down, without their keys, and a server that plays them again.
//! `cargo xtask mock` does the same between any program and a real server, by `--upstream` and `--record`.
//!
//! ```
//! # #[cfg(feature = "mock")]
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use humanloop::mock::{MockServer, Tape};
//! use humanloop::types::{ChatExperimentRequest, ChatMessage, ChatRole};
//!
//! let request = ChatExperimentRequest::new("exp_1", [ChatMessage::new(ChatRole::User).content("Hello")]);
//! let file = std::env::temp_dir().join(format!("calls-{}.jsonl", std::process::id()));
//! # let real = MockServer::start()?;
//!
//! let tape = Tape::create(&file)?;
//! let client = real.builder().around(move |network| tape.around(network)).build()?;
//! let live = client.chat_experiment(&request).await?;
//!
//! let server = MockServer::setup().replay(&file).start()?;
//! assert_eq!(server.client()?.chat_experiment(&request).await?, live);
//! # std::fs::remove_file(file)?;
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "mock"))]
//! # fn main() {}
//! ```
//!
//! # Without an async runtime
//!
//! With the feature `blocking` each call has `send_blocking`, and streams are iterators.
//!
//! ```
//! # #[cfg(all(feature = "mock", feature = "blocking"))]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use humanloop::endpoints::ChatExperiment;
//! use humanloop::mock::MockServer;
//! use humanloop::types::{ChatExperimentRequest, ChatMessage, ChatRole};
//!
//! let server = MockServer::start()?;
//! server.on::<ChatExperiment>().text("one two three");
//! let client = server.client()?;
//! let request = ChatExperimentRequest::new("exp_1", [ChatMessage::new(ChatRole::User).content("Hello")]);
//! let mut text = String::new();
//! for piece in client.chat_experiment_stream(&request).send_blocking()?.text() {
//!     text.push_str(&piece?.text);
//! }
//! assert_eq!(text, "one two three");
//! # Ok(())
//! # }
//! # #[cfg(not(all(feature = "mock", feature = "blocking")))]
//! # fn main() {}
//! ```
//!
//! # Tracing
//!
//! With the feature `tracing` each call is a span named `call`, from its first attempt to its answer or the end of its
//! stream, and each retry is an event in it. The fields have the names of OpenTelemetry:
//!
//! | field | |
//! | --- | --- |
//! | `otel.name`, `otel.kind`, `otel.status_code` | the method on the client; `client`; `ERROR` for a failure |
//! | `gen_ai.operation.name`, `gen_ai.provider.name` | the method on the client; the API, where answers can be streamed |
//! | `http.request.method`, `url.template` | as in the schema |
//! | `server.address`, `server.port` | where it goes |
//! | `http.response.status_code`, `request_id` | once there is an answer |
//! | `http.request.resend_count` | where it was sent more than once |
//! | `error.type` | the status, or what happened in a word |
//!
//! No body, no header and no query is in them, and no key.

/// The programs of the README are tested too.
#[cfg(all(doctest, feature = "mock"))]
#[doc = include_str!("../README.md")]
struct Readme;
