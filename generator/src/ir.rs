//! The model: what an API means to a Rust caller, as plain data in which illegal states cannot be written.

mod construction;
mod endpoint;
mod format;
mod name;
pub mod reserved;
mod server;
mod status;
mod types;
mod visit;

pub use construction::{Text, are_arguments};
pub use endpoint::{
    Body, BodyKind, Endpoint, Failure, Framing, Group, MemberStyle, Param, ParamPlace, ParamStyle,
    Pieces, Reply, ReplyCase, ReplyHeader, StatusRange, StreamHalf, Switch, Verb,
};
pub use format::{FORMATS, Format};
pub use name::{FieldName, FileStem, MethodName, ModuleName, TypeName, VariantName};
pub use server::{Server, ServerVariable};
pub use types::{
    Access, Asked, Constant, Discriminant, Docs, Enum, EnumBase, Example, Field, Item, Kinds, Link,
    Literal, Overlap, Part, Payload, Presence, Rest, Rule, Scalar, Shape, Struct, Tuple, Type,
    TypeDef, TypeId, Types, Union, Usage, Variant, Word,
};
pub use visit::Role;

/// A whole API.
#[derive(Debug, Clone)]
pub struct Api {
    /// Title, version and prose of the document.
    pub info: Info,
    /// The servers in document order; the first is the default base URL unless retired.
    pub servers: Vec<Server>,
    /// The security schemes in document order; endpoints refer to them by index.
    pub schemes: Vec<Scheme>,
    /// The endpoints by tag, in the order in which the tags first occur.
    pub groups: Vec<Group>,
    /// Every named type.
    pub types: Types,
}

impl Api {
    /// All endpoints in the order of their groups.
    pub fn endpoints(&self) -> impl Iterator<Item = &Endpoint> {
        self.groups.iter().flat_map(|group| &group.endpoints)
    }
}

/// Title, version and prose of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Info {
    /// `info.title`.
    pub title: String,
    /// `info.version`: the API's own version, not the crate's.
    pub version: String,
    /// `info.description`.
    pub description: Option<String>,
    /// Where more is to be read: `externalDocs` of the document.
    pub links: Vec<types::Link>,
}

/// A security scheme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scheme {
    /// Its key under `components.securitySchemes`.
    pub name: String,
    /// How a credential travels.
    pub kind: SchemeKind,
    /// What the document says of it.
    pub description: Option<String>,
}

/// How a credential travels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SchemeKind {
    /// In a header of this name.
    HeaderKey(String),
    /// In a query parameter of this name.
    QueryKey(String),
    /// In a cookie of this name.
    CookieKey(String),
    /// `Authorization: Basic`.
    Basic,
    /// `Authorization: Bearer`; OAuth 2 and OpenID Connect too, with a token the caller supplies.
    Bearer,
    /// `Authorization` with this word before the credential.
    Http(String),
    /// A scheme that the HTTP client must bring itself (mutual TLS, digest, …).
    Other(String),
}
