//! A server of the API on loopback, for tests of programs that call it.
//!
//! It knows every endpoint of the schema. Without a word from you it answers with the schema's examples, at once or as
//! a stream, for as many samples as were asked for; it wants a key, and refuses bodies that do not fit. What it shall
//! answer instead is said in a line, and so is what goes wrong:
//!
//! ```
//! use humanloop::endpoints::ChatExperiment;
//! use humanloop::mock::MockServer;
//! use humanloop::types::{ChatExperimentRequest, ChatMessage, ChatRole};
//!
//! # async fn program(client: &humanloop::Client) -> humanloop::Result<String> {
//! #     let question = ChatMessage::new(ChatRole::User).content("When is high tide?");
//! #     let request = ChatExperimentRequest::new("exp_1", [question]);
//! #     let samples = client.chat_experiment_stream(&request).await?.samples().await.into_result()?;
//! #     Ok(samples.into_iter().map(|sample| sample.text).collect())
//! # }
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let server = MockServer::start()?;
//! server.on::<ChatExperiment>().text("High tide is at 14:20.");
//! assert_eq!(program(&server.client()?).await?, "High tide is at 14:20.");
//! # Ok(())
//! # }
//! ```
//!
//! Answers come one after the other with [`then`](Script::then), and the last one stays. Here the first two attempts
//! fail, the second one in mid-stream:
//!
//! ```
//! use humanloop::endpoints::ChatExperiment;
//! use humanloop::mock::{Fault, MockServer};
//! use serde_json::json;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let server = MockServer::start()?;
//! server
//!     .on::<ChatExperiment>()
//!     .reply_status(429, json!({"detail": "Slower, please."})).header("retry-after", "1")
//!     .then().text("High tide is at 14:20.").fault_after(2, Fault::Reset)
//!     .then().text("High tide is at 14:20.");
//! # Ok(())
//! # }
//! ```
//!
//! What the program sent is in [`requests`](MockServer::requests): method, path, headers, body.
//!
//! Real traffic is taken down by a [`Tape`], around a client or between any client and a real server
//! ([`Setup::record`]), and played by [`Setup::replay`]; keys do not get onto it.
//!
//! Values of types that only answers have are made from their examples, see [`Like`]. What this module offers may
//! change in any release: it is for tests.

mod answer;
mod auth;
mod check;
mod connection;
mod fault;
mod gate;
mod http;
mod like;
mod plan;
mod received;
mod recording;
mod replay;
mod samples;
mod script;
mod server;
mod table;
mod tape;
mod upstream;

pub use fault::{Fault, UnknownFault};
pub use gate::Gate;
pub use like::{Like, event_like, reply_like};
pub use received::Received;
pub use script::Script;
pub use server::{MockServer, Setup};
pub use table::{Entry, Example, Part, PieceNames, Reread, StreamEntry, Table, TypeEntry, reread};
pub use tape::Tape;

/// The document's examples, each with the name of its endpoint's method.
pub fn examples() -> impl Iterator<Item = (&'static str, &'static Example)> {
    let entries = crate::api::mock::TABLE.endpoints.iter();
    entries.flat_map(|entry| {
        entry
            .examples
            .iter()
            .map(|example| (entry.route.name, example))
    })
}

/// The document's types by name, each with an example and a way to read and write it again.
pub fn types() -> &'static [TypeEntry] {
    crate::api::mock::TABLE.types
}
