//! Endpoints: what is sent, what comes back, and how a stream half is chosen.

use super::Server;
use super::name::{FieldName, MethodName, ModuleName, TypeName, VariantName};
use super::types::{Docs, Item, Type, TypeId};
use crate::source::Place;

/// The endpoints of one tag.
#[derive(Debug, Clone)]
pub struct Group {
    /// Its module.
    pub name: ModuleName,
    /// What the document says of the tag.
    pub description: Option<String>,
    /// Its endpoints in document order.
    pub endpoints: Vec<Endpoint>,
}

/// One operation of the document.
#[derive(Debug, Clone)]
pub struct Endpoint {
    /// Its method on the client, distinct among all endpoints and stream halves.
    pub name: MethodName,
    /// Its marker type, distinct among all markers.
    pub marker: TypeName,
    /// `operationId`, where the document gives one.
    pub operation_id: Option<String>,
    /// The HTTP method.
    pub verb: Verb,
    /// The path template, `/pets/{petId}`.
    pub path: String,
    /// The prose of the half that is no stream, or of the whole where there is none.
    pub docs: Docs,
    /// Whether the document says not to use it any more.
    pub deprecated: bool,
    /// Its parameters: path parameters in the order of the template, then the others in document order.
    pub params: Vec<Param>,
    /// Its request body, one entry per media type; the first gives the plain method,
    /// each other one a method with its [`Body::suffix`].
    pub bodies: Vec<Body>,
    /// What a success brings.
    pub reply: Reply,
    /// Whether it asks for something, and the document describes a success without a body: what
    /// comes is in the raw body alone.
    pub undescribed: bool,
    /// What the document says of its success, where there is one of them.
    pub success: Option<String>,
    /// What a request says it accepts, where the media type of the answer is not the usual one
    /// of its kind (`application/scim+json`).
    pub accept: Option<String>,
    /// The headers of a success that the document names.
    pub headers: Vec<ReplyHeader>,
    /// What failures bring, by status.
    pub failures: Vec<Failure>,
    /// Alternatives of security: any one inner list suffices; an empty inner list means none is needed.
    pub auth: Vec<Vec<usize>>,
    /// A server of its own instead of the document's.
    pub server: Option<Server>,
    /// Where the document declares it.
    pub place: Place,
}

impl Endpoint {
    /// The stream half, where the endpoint has one.
    pub fn stream(&self) -> Option<&StreamHalf> {
        match &self.reply {
            Reply::Stream(half) | Reply::Chosen { stream: half, .. } => Some(half),
            Reply::Empty | Reply::Json(_) | Reply::Text | Reply::Bytes | Reply::ByStatus { .. } => {
                None
            }
        }
    }
}

/// An HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// `QUERY`, of OpenAPI 3.2.
    Query,
}

/// A parameter.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "the document's own switches")]
pub struct Param {
    /// Its argument or setter.
    pub name: FieldName,
    /// Its prose.
    pub docs: Docs,
    /// Where it stands in the request.
    pub place: ParamPlace,
    /// How its value is written.
    pub style: ParamStyle,
    /// Whether lists and objects are spread (`explode`).
    pub explode: bool,
    /// Whether reserved characters stay as they are (`allowReserved`).
    pub reserved: bool,
    /// Whether it must be given: an argument of the method; else a setter on the call.
    pub required: bool,
    /// The type of its value.
    pub ty: Item,
    /// The server's default as JSON text: documented, never sent.
    pub default: Option<String>,
    /// Whether the document says not to use it any more.
    pub deprecated: bool,
    /// Where the document declares it.
    pub at: Place,
}

/// Where a parameter stands in the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ParamPlace {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// In a header.
    Header,
    /// In a cookie.
    Cookie,
}

/// How a parameter's value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ParamStyle {
    /// `simple`.
    Simple,
    /// `label`.
    Label,
    /// `matrix`.
    Matrix,
    /// `form`.
    Form,
    /// `spaceDelimited`.
    SpaceDelimited,
    /// `pipeDelimited`.
    PipeDelimited,
    /// `deepObject`.
    DeepObject,
    /// As JSON text (`content: application/json`).
    Json,
}

/// A request body in one media type.
#[derive(Debug, Clone)]
pub struct Body {
    /// The media type as the document writes it.
    pub media: String,
    /// What is sent.
    pub kind: BodyKind,
    /// Whether there must be one.
    pub required: bool,
    /// What the method of this media type is called beyond the endpoint's name (`form`); empty for the first.
    pub suffix: String,
    /// Its prose.
    pub docs: Docs,
}

/// What a request body consists of.
#[derive(Debug, Clone)]
pub enum BodyKind {
    /// JSON (or `+json`).
    Json(Item),
    /// `application/x-www-form-urlencoded`.
    /// Members that are not listed are written as `form`, exploded.
    Form(Type, Vec<MemberStyle>),
    /// `multipart/form-data`: an object whose members are the parts.
    /// The pairs give content types of parts by wire name.
    Multipart(Type, Vec<(String, String)>),
    /// Text.
    Text,
    /// Bytes of any other media type.
    Bytes,
}

/// How a member of a form is written (`encoding`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberStyle {
    /// Its name on the wire.
    pub wire: String,
    /// How its value is written.
    pub style: ParamStyle,
    /// Whether lists and objects are spread (`explode`).
    pub explode: bool,
}

/// What a success brings.
#[derive(Debug, Clone)]
pub enum Reply {
    /// No body.
    Empty,
    /// JSON.
    Json(Item),
    /// Text.
    Text,
    /// Bytes.
    Bytes,
    /// Different things by status.
    ByStatus {
        /// The enum of them.
        name: TypeName,
        /// Its cases, exact statuses first.
        cases: Vec<ReplyCase>,
    },
    /// Nothing but a stream.
    Stream(Box<StreamHalf>),
    /// A whole answer or a stream, as the caller chooses by the method.
    Chosen {
        /// The half that is not a stream; never [`Reply::Stream`] or [`Reply::Chosen`].
        whole: Box<Reply>,
        /// The stream half.
        stream: Box<StreamHalf>,
    },
}

/// One of several answers.
#[derive(Debug, Clone)]
pub struct ReplyCase {
    /// Its variant.
    pub name: VariantName,
    /// The statuses it stands for.
    pub status: StatusRange,
    /// Its body; never [`Reply::ByStatus`], [`Reply::Stream`] or [`Reply::Chosen`].
    pub body: Reply,
    /// What the document says of it.
    pub description: Option<String>,
}

/// Statuses, as a response's key names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatusRange {
    /// One status.
    Exact(u16),
    /// A class: `4` for `4XX`.
    Class(u8),
    /// Every status that no other entry names.
    Default,
}

/// The streamed half of an endpoint.
#[derive(Debug, Clone)]
pub struct StreamHalf {
    /// Its method: the endpoint's name with `_stream`, or the endpoint's own where it only streams.
    pub name: MethodName,
    /// Its title in the documents (`x-stream.summary`).
    pub summary: Option<String>,
    /// The data of one event; a plain string is the data as it stands, not JSON.
    pub event: Item,
    /// How events are cut from the body.
    pub framing: Framing,
    /// Its media type, where that is not the usual one of the framing.
    pub media: Option<String>,
    /// How it is chosen.
    pub switch: Switch,
    /// What the server takes the switch to be when it is left out, as JSON text.
    pub switch_default: Option<String>,
    /// The request member that says how many samples come (`x-stream.count`).
    pub count: Option<String>,
    /// What the accumulator needs to know.
    pub pieces: Option<Pieces>,
    /// Prose and examples of the event.
    pub docs: Docs,
}

/// How events are cut from a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Framing {
    /// `text/event-stream`.
    ServerSentEvents,
    /// `application/jsonl`, `application/x-ndjson`, `application/json-seq`: one JSON value a line.
    JsonLines,
}

/// How a stream half is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Switch {
    /// By this boolean member of the body; it is no field of the request type.
    BodyFlag(String),
    /// By the `Accept` header.
    Accept,
}

/// Where the pieces of a streamed answer are (`x-stream`).
#[derive(Debug, Clone)]
pub struct Pieces {
    /// The event type's field that lists the pieces.
    pub samples: FieldName,
    /// The type of a piece.
    pub piece: TypeId,
    /// The piece's field that says which sample it belongs to.
    pub key: FieldName,
    /// The piece's field with its text.
    pub text: FieldName,
    /// The piece's field that is set on a sample's last piece.
    pub finish: FieldName,
}

/// A header of a success.
#[derive(Debug, Clone)]
pub struct ReplyHeader {
    /// Its name as the document writes it.
    pub name: String,
    /// Its type.
    pub ty: Item,
    /// Whether the document promises it.
    pub required: bool,
    /// What the document says of it.
    pub description: Option<String>,
}

/// What a failure brings.
#[derive(Debug, Clone)]
pub struct Failure {
    /// The statuses.
    pub status: StatusRange,
    /// Its body, where the document gives it a JSON shape.
    pub ty: Option<Item>,
    /// What the document says of it.
    pub description: Option<String>,
    /// Named examples of its body.
    pub docs: Docs,
}
