//! What the server knows of each endpoint and type; emitted code holds the table.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::runtime::{Framing, JsonError, Route, from_text};

/// Reads JSON as a type of the crate and writes it again.
pub type Reread = fn(&str) -> Result<Value, JsonError>;

/// Reads JSON as a type of the crate and writes it again.
pub fn reread<T: Serialize + DeserializeOwned>(text: &str) -> Result<Value, JsonError> {
    serde_json::to_value(from_text::<T>(text)?).map_err(|error| JsonError {
        path: None,
        message: error.to_string(),
    })
}

/// All that the server knows.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// The endpoints.
    pub endpoints: &'static [Entry],
    /// The types.
    pub types: &'static [TypeEntry],
}

/// An endpoint.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// Where its requests go and what they need.
    pub route: Route,
    /// How its JSON body is judged, where it has one.
    pub request: Option<Reread>,
    /// Whether there must be a body.
    pub request_required: bool,
    /// The status of a success.
    pub status: u16,
    /// The media type of a whole answer; empty where it has no body.
    pub media: &'static str,
    /// Its stream half.
    pub stream: Option<StreamEntry>,
    /// The document's examples, or ones made from its types where it has none.
    pub examples: &'static [Example],
}

/// A stream half.
#[derive(Debug, Clone, Copy)]
pub struct StreamEntry {
    /// How events are cut from the body.
    pub framing: Framing,
    /// Whether there is no other half.
    pub always: bool,
    /// The member of the request that says how many samples come.
    pub count: Option<&'static str>,
    /// Where the pieces of its events are.
    pub pieces: Option<PieceNames>,
}

/// Where the pieces of an event are, by the names on the wire.
#[derive(Debug, Clone, Copy)]
pub struct PieceNames {
    /// The member of an event, and of a whole answer, that lists them.
    pub samples: &'static str,
    /// The member of a piece that says which sample it belongs to.
    pub key: &'static str,
    /// The member with its text.
    pub text: &'static str,
    /// The member that is set on the last piece of a sample.
    pub finish: &'static str,
}

/// An example of a body or event.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    /// What it is an example of.
    pub part: Part,
    /// Its name in the document; empty for one without.
    pub name: &'static str,
    /// Its JSON.
    pub json: &'static str,
    /// Reads and writes it as its type.
    pub reread: Reread,
}

/// What an example is an example of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The body of a request.
    Request,
    /// A whole answer.
    Reply,
    /// The data of one event.
    Event,
    /// The body of a failure of this status; 0 for every other one.
    Failure(u16),
}

/// A type.
#[derive(Debug, Clone, Copy)]
pub struct TypeEntry {
    /// Its name.
    pub name: &'static str,
    /// A value of it, as JSON.
    pub json: &'static str,
    /// Reads and writes a value of it.
    pub reread: Reread,
}

impl Entry {
    /// The examples of one part, parsed; what does not parse is none.
    pub(super) fn examples_of(&self, part: Part) -> impl Iterator<Item = (&'static str, Value)> {
        let examples = self
            .examples
            .iter()
            .filter(move |example| example.part == part);
        examples.filter_map(|example| {
            let value = serde_json::from_str(example.json).ok()?;
            Some((example.name, value))
        })
    }

    /// Where the pieces of its answers are.
    pub(super) fn pieces(&self) -> Option<PieceNames> {
        self.stream.and_then(|stream| stream.pieces)
    }
}
