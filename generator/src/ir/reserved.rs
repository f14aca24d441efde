//! Names that emitted methods may not take, since the runtime's own stand beside them.

/// Methods of `Client`, and methods of traits that callers reach through it.
///
/// An emitted method of such a name would hide the trait's method or be defined twice.
pub const CLIENT: &[&str] = &[
    "base_url",
    "borrow",
    "builder",
    "clone",
    "clone_from",
    "config",
    "default",
    "drop",
    "fmt",
    "from",
    "from_env",
    "into",
    "new",
    "to_owned",
    "try_from",
    "try_into",
    "type_id",
];

/// Methods of `Call`, and methods of traits that callers reach through it.
pub const CALL: &[&str] = &[
    "body",
    "bytes",
    "clone",
    "extra",
    "fmt",
    "form",
    "from",
    "header",
    "idempotency_key",
    "idle_timeout",
    "into",
    "into_future",
    "json",
    "multipart",
    "new",
    "param",
    "query",
    "raw",
    "retries",
    "send",
    "send_with_meta",
    "text",
    "timeout",
    "try_from",
    "try_into",
    "type_id",
];

/// What an emitted method calls its own arguments.
pub const ARGUMENTS: &[&str] = &["request", "self"];

/// Names of the runtime that stand in scope where endpoints are declared.
pub const MARKERS: &[&str] = &[
    "Api",
    "Body",
    "Call",
    "Client",
    "Decode",
    "Empty",
    "Endpoint",
    "Error",
    "EventStream",
    "Failure",
    "Form",
    "Framing",
    "Json",
    "Maybe",
    "Multipart",
    "NoFailure",
    "Once",
    "Param",
    "Piece",
    "Pieces",
    "Raw",
    "Route",
    "Scheme",
    "SchemeKind",
    "Secret",
    "Streamed",
    "Streaming",
    "Text",
    "Upload",
    "Verb",
];
