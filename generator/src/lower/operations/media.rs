//! Media types: which are none, what is sent as one, and what a method for one is called.

use super::fault::fault;
use crate::diagnostic::Code;
use crate::lower::context::Context;
use crate::nearest::nearest;
pub(super) use crate::openapi::{Media, essence};
use crate::source::Place;

/// The top-level types that are registered, and the two that are used without being so.
const REGISTERED: [&str; 13] = [
    "application",
    "audio",
    "chemical",
    "example",
    "font",
    "haptics",
    "image",
    "message",
    "model",
    "multipart",
    "text",
    "video",
    "*",
];

/// The kind of `text`, a key of `content` at `place`.
pub(super) fn media(cx: &mut Context<'_>, text: &str, place: &Place) -> Media {
    let essence = essence(text);
    let (top, sub) = essence.split_once('/').unwrap_or(("", &essence));
    if !REGISTERED.contains(&top) || sub.is_empty() {
        unknown(cx, text, &essence, place);
    }
    Media::of(text)
}

/// Whether `text` is JSON for certain.
pub(super) fn is_json(text: &str) -> bool {
    Media::of(text) == Media::Json
}

fn unknown(cx: &mut Context<'_>, text: &str, essence: &str, place: &Place) {
    let known = [
        "application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "text/plain",
        "text/event-stream",
        "application/octet-stream",
        "application/xml",
    ];
    let near = nearest(essence, known);
    let help = near.map_or_else(
        || "write a media type such as `application/json`".to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    let message = format!("`{text}` is no media type");
    let fault = fault(cx, Code::MediaType, place, message)
        .at_key()
        .help(help);
    cx.report.push(fault);
}

/// A media type that can be sent: a range gives way to a member of it.
pub(super) fn concrete(text: &str, media: Media) -> String {
    let essence = essence(text);
    match media {
        Media::Json if essence.contains('*') => "application/json".to_owned(),
        Media::Text if essence.contains('*') => "text/plain".to_owned(),
        _ if essence.contains('*') => "application/octet-stream".to_owned(),
        Media::Form if !essence.contains('/') => "application/x-www-form-urlencoded".to_owned(),
        _ => text.trim().to_owned(),
    }
}

/// What a method for this media type is called beyond its endpoint's name.
pub(super) fn suffix(text: &str, media: Media) -> String {
    let essence = essence(text);
    match (media, essence.split_once('/').map_or("", |(_, sub)| sub)) {
        (Media::Form, _) | (_, "x-www-form-urlencoded") => "form".to_owned(),
        (Media::Multipart, _) | (_, "form-data") => "multipart".to_owned(),
        (Media::Text, "plain" | "*") => "text".to_owned(),
        (Media::Bytes | Media::Any, "octet-stream" | "*" | "") => "bytes".to_owned(),
        (_, sub) => plain(sub),
    }
}

/// A subtype without the prefixes that only say who made it up.
fn plain(sub: &str) -> String {
    let sub = sub.strip_prefix("x-").unwrap_or(sub);
    let sub = sub.strip_prefix("vnd.").unwrap_or(sub);
    crate::ir::FieldName::new(&sub.replace('+', " "))
        .as_str()
        .to_owned()
}
