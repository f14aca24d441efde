//! The keyword ledger: every keyword of OpenAPI 3.0, 3.1 and 3.2, what it holds and what it does here.

/// The kinds of object of an OpenAPI document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Object {
    /// The document itself.
    Document,
    /// `info`.
    Info,
    /// A server.
    Server,
    /// A variable of a server's URL.
    ServerVariable,
    /// `paths`: path templates to path items.
    Paths,
    /// A path item.
    PathItem,
    /// An operation.
    Operation,
    /// A parameter.
    Parameter,
    /// A header of a response or part.
    Header,
    /// A request body.
    RequestBody,
    /// A media type of a body.
    MediaType,
    /// The encoding of a part.
    Encoding,
    /// `responses`: statuses to responses.
    Responses,
    /// A response.
    Response,
    /// `components`.
    Components,
    /// A schema.
    Schema,
    /// A discriminator.
    Discriminator,
    /// A security scheme.
    SecurityScheme,
    /// `flows` of OAuth 2.
    Flows,
    /// A tag.
    Tag,
    /// A link to outside documentation.
    ExternalDocs,
    /// A named example.
    Example,
    /// `x-stream`.
    XStream,
    /// `x-fern-streaming`.
    XFernStreaming,
}

/// What a keyword holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// A string that decides something.
    Word,
    /// Prose: another kind of value is passed over with a warning.
    Prose,
    /// A boolean.
    Flag,
    /// A whole number from 0 up.
    Count,
    /// A number.
    Number,
    /// A number, or the boolean of OpenAPI 3.0.
    NumberOrFlag,
    /// A string, or a list of strings (`type` of OpenAPI 3.1).
    WordOrWords,
    /// A list of strings.
    Words,
    /// A map of strings.
    WordMap,
    /// A list of lists of strings, or one list.
    WordGroups,
    /// Anything; it is not looked into.
    Anything,
    /// A list of anything.
    Values,
    /// One object.
    One(Object),
    /// A list of objects.
    List(Object),
    /// A map of objects by name.
    Map(Object),
    /// A list of security requirements.
    Requirements,
    /// `additionalProperties` and its like: a schema or a boolean.
    SchemaOrFlag,
}

/// What a keyword does to the generated crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// It decides what is emitted.
    Used,
    /// It appears in the documentation of what is emitted.
    Documented,
    /// It has no effect, for this reason.
    Noted(&'static str),
    /// It belongs to Swagger 2; what to write instead.
    Refused(&'static str),
}

/// A keyword of one kind of object.
#[derive(Debug, Clone, Copy)]
pub struct Keyword {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds,
    /// What it does.
    pub effect: Effect,
    /// Whether the object is not valid without it.
    pub mandatory: bool,
}

const fn used(name: &'static str, holds: Holds) -> Keyword {
    Keyword {
        name,
        holds,
        effect: Effect::Used,
        mandatory: false,
    }
}

const fn must(name: &'static str, holds: Holds) -> Keyword {
    Keyword {
        name,
        holds,
        effect: Effect::Used,
        mandatory: true,
    }
}

const fn docs(name: &'static str, holds: Holds) -> Keyword {
    Keyword {
        name,
        holds,
        effect: Effect::Documented,
        mandatory: false,
    }
}

const fn noted(name: &'static str, why: &'static str) -> Keyword {
    Keyword {
        name,
        holds: Holds::Anything,
        effect: Effect::Noted(why),
        mandatory: false,
    }
}

const fn refused(name: &'static str, instead: &'static str) -> Keyword {
    Keyword {
        name,
        holds: Holds::Anything,
        effect: Effect::Refused(instead),
        mandatory: false,
    }
}

const SERVER_SIDE: &str = "it concerns what a server sends by itself, not what a client calls";
const RENDERING: &str = "it concerns how documentation or XML is rendered";
const NO_NAME: &str = "it names nothing that a caller sees";
const VALIDATION: &str =
    "the server judges values; a client that also did would refuse what a newer server accepts";
const DIALECT: &str = "schemas are read as OpenAPI's own dialect";

use Holds::{
    Anything, Count, Flag, List, Map, Number, NumberOrFlag, One, Prose, Requirements, SchemaOrFlag,
    Values, Word, WordGroups, WordMap, WordOrWords, Words,
};

const DOCUMENT: &[Keyword] = &[
    must("openapi", Prose),
    must("info", One(Object::Info)),
    used("servers", List(Object::Server)),
    used("paths", One(Object::Paths)),
    used("components", One(Object::Components)),
    used("security", Requirements),
    used("tags", List(Object::Tag)),
    docs("externalDocs", One(Object::ExternalDocs)),
    noted("webhooks", SERVER_SIDE),
    noted("jsonSchemaDialect", DIALECT),
    noted("$self", NO_NAME),
    refused("swagger", "write `openapi: 3.0.3` and convert the document"),
    refused("host", "write the whole URL under `servers`"),
    refused("basePath", "write the whole URL under `servers`"),
    refused("schemes", "write the whole URL under `servers`"),
    refused(
        "consumes",
        "name the media type under `requestBody.content`",
    ),
    refused(
        "produces",
        "name the media type under the `content` of a response",
    ),
    refused("definitions", "write schemas under `components.schemas`"),
    refused(
        "securityDefinitions",
        "write security schemes under `components.securitySchemes`",
    ),
];

const INFO: &[Keyword] = &[
    docs("title", Prose),
    docs("version", Prose),
    docs("description", Prose),
    docs("summary", Prose),
    noted("termsOfService", RENDERING),
    noted("contact", RENDERING),
    noted("license", RENDERING),
];

const SERVER: &[Keyword] = &[
    must("url", Word),
    docs("description", Prose),
    used("variables", Map(Object::ServerVariable)),
    used("x-retired", Word),
    noted("name", NO_NAME),
];

const SERVER_VARIABLE: &[Keyword] = &[
    must("default", Word),
    used("enum", Words),
    docs("description", Prose),
];

const PATH_ITEM: &[Keyword] = &[
    used("$ref", Word),
    docs("summary", Prose),
    docs("description", Prose),
    used("get", One(Object::Operation)),
    used("put", One(Object::Operation)),
    used("post", One(Object::Operation)),
    used("delete", One(Object::Operation)),
    used("options", One(Object::Operation)),
    used("head", One(Object::Operation)),
    used("patch", One(Object::Operation)),
    used("trace", One(Object::Operation)),
    used("query", One(Object::Operation)),
    noted(
        "additionalOperations",
        "methods outside HTTP's own are not called by the runtime",
    ),
    used("servers", List(Object::Server)),
    used("parameters", List(Object::Parameter)),
];

const OPERATION: &[Keyword] = &[
    used("tags", Words),
    docs("summary", Prose),
    docs("description", Prose),
    docs("externalDocs", One(Object::ExternalDocs)),
    used("operationId", Word),
    used("parameters", List(Object::Parameter)),
    used("requestBody", One(Object::RequestBody)),
    used("responses", One(Object::Responses)),
    noted("callbacks", SERVER_SIDE),
    used("deprecated", Flag),
    used("security", Requirements),
    used("servers", List(Object::Server)),
    used("x-stream", One(Object::XStream)),
    used("x-fern-streaming", One(Object::XFernStreaming)),
    refused(
        "consumes",
        "name the media type under `requestBody.content`",
    ),
    refused(
        "produces",
        "name the media type under the `content` of a response",
    ),
    refused("schemes", "write the whole URL under `servers`"),
];

const PARAMETER: &[Keyword] = &[
    used("$ref", Word),
    must("name", Word),
    must("in", Word),
    docs("description", Prose),
    used("required", Flag),
    used("deprecated", Flag),
    noted("allowEmptyValue", VALIDATION),
    used("style", Word),
    used("explode", Flag),
    used("allowReserved", Flag),
    used("schema", One(Object::Schema)),
    docs("example", Anything),
    docs("examples", Map(Object::Example)),
    used("content", Map(Object::MediaType)),
    refused("type", "write it under `schema`"),
    refused("format", "write it under `schema`"),
    refused("items", "write it under `schema`"),
];

const HEADER: &[Keyword] = &[
    used("$ref", Word),
    docs("description", Prose),
    used("required", Flag),
    used("deprecated", Flag),
    noted("allowEmptyValue", VALIDATION),
    used("style", Word),
    used("explode", Flag),
    used("schema", One(Object::Schema)),
    docs("example", Anything),
    docs("examples", Map(Object::Example)),
    used("content", Map(Object::MediaType)),
];

const REQUEST_BODY: &[Keyword] = &[
    used("$ref", Word),
    docs("description", Prose),
    used("content", Map(Object::MediaType)),
    used("required", Flag),
];

const MEDIA_TYPE: &[Keyword] = &[
    used("schema", One(Object::Schema)),
    used("itemSchema", One(Object::Schema)),
    docs("example", Anything),
    docs("examples", Map(Object::Example)),
    used("encoding", Map(Object::Encoding)),
    noted("prefixEncoding", "parts of a sequence are not named"),
    noted("itemEncoding", "parts of a sequence are not named"),
];

const ENCODING: &[Keyword] = &[
    used("contentType", Word),
    noted(
        "headers",
        "parts carry their content type and disposition alone",
    ),
    used("style", Word),
    used("explode", Flag),
    used("allowReserved", Flag),
];

const RESPONSE: &[Keyword] = &[
    used("$ref", Word),
    docs("description", Prose),
    docs("summary", Prose),
    used("headers", Map(Object::Header)),
    used("content", Map(Object::MediaType)),
    noted("links", RENDERING),
    refused("schema", "write it under `content`, below a media type"),
];

const COMPONENTS: &[Keyword] = &[
    used("schemas", Map(Object::Schema)),
    used("responses", Map(Object::Response)),
    used("parameters", Map(Object::Parameter)),
    docs("examples", Map(Object::Example)),
    used("requestBodies", Map(Object::RequestBody)),
    used("headers", Map(Object::Header)),
    used("securitySchemes", Map(Object::SecurityScheme)),
    noted("links", RENDERING),
    noted("callbacks", SERVER_SIDE),
    used("pathItems", Map(Object::PathItem)),
    used("mediaTypes", Map(Object::MediaType)),
];

const SCHEMA: &[Keyword] = &[
    used("$ref", Word),
    docs("title", Prose),
    docs("description", Prose),
    used("type", WordOrWords),
    used("format", Word),
    used("nullable", Flag),
    used("enum", Values),
    used("const", Anything),
    docs("default", Anything),
    docs("example", Anything),
    docs("examples", Anything),
    used("properties", Map(Object::Schema)),
    used("required", Words),
    used("additionalProperties", SchemaOrFlag),
    used("unevaluatedProperties", SchemaOrFlag),
    used("patternProperties", Map(Object::Schema)),
    noted("propertyNames", VALIDATION),
    docs("minProperties", Count),
    docs("maxProperties", Count),
    used("items", SchemaOrFlag),
    used("prefixItems", List(Object::Schema)),
    noted("unevaluatedItems", VALIDATION),
    docs("minItems", Count),
    docs("maxItems", Count),
    docs("uniqueItems", Flag),
    noted("contains", VALIDATION),
    noted("minContains", VALIDATION),
    noted("maxContains", VALIDATION),
    used("allOf", List(Object::Schema)),
    used("oneOf", List(Object::Schema)),
    used("anyOf", List(Object::Schema)),
    noted("not", VALIDATION),
    noted("if", VALIDATION),
    noted("then", VALIDATION),
    noted("else", VALIDATION),
    noted("dependentSchemas", VALIDATION),
    noted("dependentRequired", VALIDATION),
    noted("dependencies", VALIDATION),
    used("discriminator", One(Object::Discriminator)),
    used("minimum", Number),
    used("maximum", Number),
    used("exclusiveMinimum", NumberOrFlag),
    used("exclusiveMaximum", NumberOrFlag),
    docs("multipleOf", Number),
    docs("minLength", Count),
    docs("maxLength", Count),
    docs("pattern", Word),
    used("readOnly", Flag),
    used("writeOnly", Flag),
    used("deprecated", Flag),
    docs("externalDocs", One(Object::ExternalDocs)),
    used("contentEncoding", Word),
    used("contentMediaType", Word),
    noted(
        "contentSchema",
        "a string's content stays the string that travels",
    ),
    noted("xml", RENDERING),
    noted("$schema", DIALECT),
    noted("$vocabulary", DIALECT),
    noted("$comment", RENDERING),
    noted("$id", NO_NAME),
    used("$anchor", Word),
    noted("$dynamicAnchor", NO_NAME),
    used("$dynamicRef", Word),
    used("$defs", Map(Object::Schema)),
    used("definitions", Map(Object::Schema)),
    used("x-secret", Flag),
    used("x-null", Word),
    used("x-at-most-one-of", WordGroups),
    used("x-expect-one-of", WordGroups),
];

const DISCRIMINATOR: &[Keyword] = &[
    must("propertyName", Word),
    used("mapping", WordMap),
    used("defaultMapping", Word),
];

const SECURITY_SCHEME: &[Keyword] = &[
    used("$ref", Word),
    must("type", Word),
    docs("description", Prose),
    used("name", Word),
    used("in", Word),
    used("scheme", Word),
    noted("bearerFormat", RENDERING),
    used("flows", One(Object::Flows)),
    noted("openIdConnectUrl", "the caller supplies the token"),
    noted("oauth2MetadataUrl", "the caller supplies the token"),
    used("deprecated", Flag),
    refused("flow", "write `flows`, with one object for each flow"),
];

const FLOWS: &[Keyword] = &[
    noted("implicit", "the caller supplies the token"),
    noted("password", "the caller supplies the token"),
    noted("clientCredentials", "the caller supplies the token"),
    noted("authorizationCode", "the caller supplies the token"),
    noted("deviceAuthorization", "the caller supplies the token"),
];

const TAG: &[Keyword] = &[
    must("name", Word),
    docs("description", Prose),
    docs("summary", Prose),
    noted("parent", RENDERING),
    noted("kind", RENDERING),
    docs("externalDocs", One(Object::ExternalDocs)),
];

const EXTERNAL_DOCS: &[Keyword] = &[docs("description", Prose), docs("url", Prose)];

const EXAMPLE: &[Keyword] = &[
    used("$ref", Word),
    docs("summary", Prose),
    docs("description", Prose),
    docs("value", Anything),
    docs("dataValue", Anything),
    noted("serializedValue", RENDERING),
    noted("externalValue", "nothing is fetched"),
];

const X_STREAM: &[Keyword] = &[
    used("switch", Word),
    used("count", Word),
    used("samples", Word),
    used("key", Word),
    used("text", Word),
    used("finish", Word),
    docs("summary", Prose),
];

const X_FERN_STREAMING: &[Keyword] = &[
    used("stream-condition", Word),
    used("format", Word),
    used("response", One(Object::Schema)),
    used("response-stream", One(Object::Schema)),
    noted("stream-description", RENDERING),
    noted("terminator", "`[DONE]` always ends a stream"),
];

impl Object {
    /// Every kind of object, in the order of the specification.
    pub const ALL: [Self; 24] = [
        Self::Document,
        Self::Info,
        Self::Server,
        Self::ServerVariable,
        Self::Paths,
        Self::PathItem,
        Self::Operation,
        Self::Parameter,
        Self::Header,
        Self::RequestBody,
        Self::MediaType,
        Self::Encoding,
        Self::Responses,
        Self::Response,
        Self::Components,
        Self::Schema,
        Self::Discriminator,
        Self::SecurityScheme,
        Self::Flows,
        Self::Tag,
        Self::ExternalDocs,
        Self::Example,
        Self::XStream,
        Self::XFernStreaming,
    ];

    /// The keywords of this kind of object; none for the two that are maps by nature.
    pub const fn keywords(self) -> &'static [Keyword] {
        match self {
            Self::Document => DOCUMENT,
            Self::Info => INFO,
            Self::Server => SERVER,
            Self::ServerVariable => SERVER_VARIABLE,
            Self::Paths | Self::Responses => &[],
            Self::PathItem => PATH_ITEM,
            Self::Operation => OPERATION,
            Self::Parameter => PARAMETER,
            Self::Header => HEADER,
            Self::RequestBody => REQUEST_BODY,
            Self::MediaType => MEDIA_TYPE,
            Self::Encoding => ENCODING,
            Self::Response => RESPONSE,
            Self::Components => COMPONENTS,
            Self::Schema => SCHEMA,
            Self::Discriminator => DISCRIMINATOR,
            Self::SecurityScheme => SECURITY_SCHEME,
            Self::Flows => FLOWS,
            Self::Tag => TAG,
            Self::ExternalDocs => EXTERNAL_DOCS,
            Self::Example => EXAMPLE,
            Self::XStream => X_STREAM,
            Self::XFernStreaming => X_FERN_STREAMING,
        }
    }

    /// What reports call it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Document => "the document",
            Self::Info => "`info`",
            Self::Server => "a server",
            Self::ServerVariable => "a server variable",
            Self::Paths => "`paths`",
            Self::PathItem => "a path item",
            Self::Operation => "an operation",
            Self::Parameter => "a parameter",
            Self::Header => "a header",
            Self::RequestBody => "a request body",
            Self::MediaType => "a media type",
            Self::Encoding => "an encoding",
            Self::Responses => "`responses`",
            Self::Response => "a response",
            Self::Components => "`components`",
            Self::Schema => "a schema",
            Self::Discriminator => "a discriminator",
            Self::SecurityScheme => "a security scheme",
            Self::Flows => "`flows`",
            Self::Tag => "a tag",
            Self::ExternalDocs => "`externalDocs`",
            Self::Example => "an example",
            Self::XStream => "`x-stream`",
            Self::XFernStreaming => "`x-fern-streaming`",
        }
    }

    /// The keyword of this name.
    pub fn keyword(self, name: &str) -> Option<&'static Keyword> {
        self.keywords().iter().find(|keyword| keyword.name == name)
    }
}
