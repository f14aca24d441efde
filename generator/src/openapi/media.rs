//! Media types: what kind of body each of them is.

use std::borrow::Cow;

/// What kind of body a media type is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Media {
    /// JSON, or `+json`.
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/form-data`.
    Multipart,
    /// Text.
    Text,
    /// `text/event-stream`.
    Events,
    /// One JSON value a line.
    Lines,
    /// A range that JSON is in, such as `*/*`: its schema decides.
    Any,
    /// Anything else.
    Bytes,
}

impl Media {
    /// The kind of this media type.
    pub fn of(text: &str) -> Self {
        let essence = essence(text);
        let (top, sub) = essence.split_once('/').unwrap_or(("", &essence));
        match (top, sub) {
            (_, "event-stream") => Self::Events,
            (
                _,
                "jsonl" | "x-jsonl" | "ndjson" | "x-ndjson" | "jsonlines" | "x-jsonlines"
                | "json-seq" | "x-json-stream" | "stream+json",
            ) => Self::Lines,
            (_, "json" | "x-json") => Self::Json,
            (_, sub) if sub.ends_with("+json") || sub.starts_with("json+") => Self::Json,
            ("*", _) | ("application", "*") => Self::Any,
            (_, "x-www-form-urlencoded") => Self::Form,
            (_, "form-data") => Self::Multipart,
            (_, sub) if sub == "xml" || sub.ends_with("+xml") => Self::Bytes,
            ("text", _) => Self::Text,
            _ => Self::Bytes,
        }
    }
}

/// The media type without its parameters, in lower case.
pub fn essence(text: &str) -> Cow<'_, str> {
    let bare = text.split(';').next().unwrap_or_default().trim();
    if bare.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return bare.to_ascii_lowercase().into();
    }
    bare.into()
}
