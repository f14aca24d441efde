//! The responses of an operation, read: which of them are successes, and what each brings.

use super::find::Found;
use super::media::{Media, essence, media};
use super::param::own_hint;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Framing, Item, ReplyHeader, Scalar, StatusRange, Type};
use crate::lower::context::Context;
use crate::lower::hint::Hint;
use crate::openapi::status;
use crate::source::{Node, Site};

/// A response with its status.
#[derive(Clone)]
pub(super) struct Response<'d> {
    pub status: StatusRange,
    /// With its `$ref` followed.
    pub site: Site<'d>,
}

/// The responses of an operation, parted into successes and the others.
pub(super) struct Responses<'d> {
    pub successes: Vec<Response<'d>>,
    pub others: Vec<Response<'d>>,
}

/// A whole answer, as [`crate::ir::Reply`] has it, but comparable.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Answer {
    Empty,
    Json(Item),
    Text,
    Bytes,
}

/// One media type of a response.
pub(super) struct Entry<'d> {
    pub text: &'d str,
    pub media: Media,
    pub site: Site<'d>,
}

impl Entry<'_> {
    /// How events are cut from it, if it is a stream.
    pub(super) fn framing(&self) -> Option<Framing> {
        match self.media {
            Media::Events => Some(Framing::ServerSentEvents),
            Media::Lines => Some(Framing::JsonLines),
            Media::Json
            | Media::Form
            | Media::Multipart
            | Media::Text
            | Media::Any
            | Media::Bytes => None,
        }
    }
}

/// Reads `responses`.
///
/// Successes are the 2xx; where there is none, the 3xx, and where there is none of these, `default`.
pub(super) fn responses<'d>(cx: &mut Context<'d>, found: &Found<'d>) -> Responses<'d> {
    let listed: Vec<(&str, Site<'_>)> = found
        .site
        .get("responses")
        .iter()
        .flat_map(Site::members)
        .collect();
    let mut all = Vec::new();
    for (key, listed) in listed {
        let Some(status) = status::parse(key) else {
            continue;
        };
        if is_interim(status) {
            let message = "a status below 200 announces another answer, and is none itself";
            cx.report
                .push(Diagnostic::note(Code::OtherAnswer, listed.place, message).at_key());
            continue;
        }
        if let Some(site) = cx.follow(listed) {
            all.push(Response { status, site });
        }
    }
    all.sort_by_key(|response| response.status);
    for kind in [is_success, is_redirect, is_default] {
        if all.iter().any(|response| kind(response.status)) {
            let (successes, others) = all.into_iter().partition(|one| kind(one.status));
            return Responses { successes, others };
        }
    }
    let message = "no answer of a success is described; it is taken to be empty";
    let place = super::fault::place_of(&found.site, "responses");
    cx.report
        .push(Diagnostic::note(Code::NoSuccess, place, message).at_key());
    Responses {
        successes: Vec::new(),
        others: all,
    }
}

fn is_interim(status: StatusRange) -> bool {
    matches!(
        status,
        StatusRange::Exact(..=199) | StatusRange::Class(..=1)
    )
}

fn is_success(status: StatusRange) -> bool {
    matches!(
        status,
        StatusRange::Exact(200..=299) | StatusRange::Class(2)
    )
}

fn is_redirect(status: StatusRange) -> bool {
    matches!(
        status,
        StatusRange::Exact(300..=399) | StatusRange::Class(3)
    )
}

fn is_default(status: StatusRange) -> bool {
    status == StatusRange::Default
}

/// The media types of a response.
pub(super) fn entries<'d>(cx: &mut Context<'d>, response: &Site<'d>) -> Vec<Entry<'d>> {
    let content: Vec<(&str, Site<'_>)> = response
        .get("content")
        .iter()
        .flat_map(Site::members)
        .collect();
    content
        .into_iter()
        .filter_map(|(text, site)| {
            let media = media(cx, text, &site.place);
            let site = cx.follow(site)?;
            Some(Entry { text, media, site })
        })
        .collect()
}

/// What a response brings as a whole, and the media type to ask for where it is not the usual one.
///
/// JSON wins over everything else, then the first; what loses is noted.
pub(super) fn answer<'d>(
    cx: &mut Context<'d>,
    entries: &[Entry<'d>],
    hint: &Hint,
) -> (Answer, Option<String>) {
    let whole: Vec<&Entry<'_>> = entries
        .iter()
        .filter(|entry| entry.framing().is_none())
        .collect();
    let json = whole
        .iter()
        .find(|entry| essence(entry.text) == "application/json");
    let json = json.or_else(|| whole.iter().find(|entry| entry.media == Media::Json));
    let Some(chosen) = json.or_else(|| whole.first()) else {
        return (Answer::Empty, None);
    };
    let answer = of_entry(cx, chosen, hint);
    for entry in &whole {
        if !std::ptr::eq(*entry, *chosen) && !same_schema(entry, chosen) {
            let message = format!("answers are asked for as `{}`, not as this", chosen.text);
            let place = entry.site.place.clone();
            cx.report
                .push(Diagnostic::note(Code::OtherAnswer, place, message).at_key());
        }
    }
    let usual = match answer {
        Answer::Json(_) => essence(chosen.text) == "application/json",
        Answer::Text => essence(chosen.text) == "text/plain",
        Answer::Bytes => false,
        Answer::Empty => true,
    };
    let accept = (!usual && !chosen.text.contains('*')).then(|| chosen.text.trim().to_owned());
    (answer, accept)
}

fn same_schema(one: &Entry<'_>, two: &Entry<'_>) -> bool {
    one.site.node.get("schema").is_some()
        && one.site.node.get("schema") == two.site.node.get("schema")
}

fn of_entry<'d>(cx: &mut Context<'d>, entry: &Entry<'d>, hint: &Hint) -> Answer {
    let schema = entry
        .site
        .get("schema")
        .or_else(|| entry.site.get("itemSchema"));
    match (entry.media, schema) {
        (Media::Json | Media::Any, Some(schema)) if is_null(cx, &schema) => Answer::Empty,
        (Media::Json | Media::Any, Some(schema)) => {
            let item = cx.item(&schema, hint);
            match cx.unalias(&item.ty) {
                // Plain bytes are no JSON, whatever the media type says.
                Type::Scalar(Scalar::Upload) => Answer::Bytes,
                Type::Scalar(Scalar::String | Scalar::Base64) if entry.media == Media::Any => {
                    Answer::Bytes
                }
                _ => Answer::Json(item),
            }
        }
        (Media::Json, None) => {
            let why = "the answer has no schema";
            Answer::Json(Item {
                ty: cx.raw(&entry.site.place, why),
                nullable: false,
            })
        }
        (Media::Text, _) => Answer::Text,
        (_, schema) => {
            if let Some(schema) = schema.filter(describes_more_than_bytes) {
                let message = "an answer of this media type is bytes; its schema has no effect";
                cx.report
                    .push(Diagnostic::note(Code::OtherAnswer, schema.place, message).at_key());
            }
            Answer::Bytes
        }
    }
}

/// Whether null is all that comes.
fn is_null<'d>(cx: &mut Context<'d>, schema: &Site<'d>) -> bool {
    let read = cx.read(schema);
    let target = read.reference.and_then(|to| cx.resolve(schema, to));
    target
        .map_or(read, |target| cx.read(&target))
        .is_only_null()
}

/// Whether a schema says something that is lost where bytes travel.
pub(super) fn describes_more_than_bytes(schema: &Site<'_>) -> bool {
    schema.get("$ref").is_some()
        || schema
            .node
            .get("type")
            .and_then(Node::as_str)
            .is_some_and(|ty| ty != "string")
}

/// The headers that successes name, each once.
pub(super) fn headers<'d>(
    cx: &mut Context<'d>,
    successes: &[Response<'d>],
    hint: &Hint,
) -> Vec<ReplyHeader> {
    let mut headers: Vec<ReplyHeader> = Vec::new();
    for response in successes {
        let listed: Vec<(&str, Site<'_>)> = response
            .site
            .get("headers")
            .iter()
            .flat_map(Site::members)
            .collect();
        for (name, site) in listed {
            let known = headers
                .iter()
                .any(|header| header.name.eq_ignore_ascii_case(name));
            // The media type says it already.
            if known || name.eq_ignore_ascii_case("content-type") {
                continue;
            }
            if let Some(site) = cx.follow(site) {
                headers.push(header(cx, name, &site, hint));
            }
        }
    }
    headers
}

fn header<'d>(cx: &mut Context<'d>, name: &str, site: &Site<'d>, hint: &Hint) -> ReplyHeader {
    let hint = own_hint(site).unwrap_or_else(|| hint.child(name).child("header"));
    let ty = match site.get("schema") {
        Some(schema) => cx.item(&schema, &hint),
        None => Item {
            ty: Type::Scalar(Scalar::String),
            nullable: false,
        },
    };
    let text = |key: &str| site.node.get(key).and_then(Node::as_str);
    ReplyHeader {
        name: name.to_owned(),
        ty,
        required: site.node.get("required").and_then(Node::as_bool) == Some(true),
        description: text("description").map(str::to_owned),
    }
}
