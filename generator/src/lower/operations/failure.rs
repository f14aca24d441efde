//! What failures bring, by status.

use super::param::own_hint;
use super::reply::description;
use super::response::{Answer, Entry, Response, answer, entries};
use super::stream;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Docs, Failure, Item, Scalar, StatusRange, Type};
use crate::lower::context::Context;
use crate::lower::hint::Hint;

/// The failures of an operation, exact statuses first.
pub(super) fn failures<'d>(
    cx: &mut Context<'d>,
    others: &[Response<'d>],
    hint: &Hint,
) -> Vec<Failure> {
    others
        .iter()
        .map(|response| failure(cx, response, hint))
        .collect()
}

fn failure<'d>(cx: &mut Context<'d>, response: &Response<'d>, hint: &Hint) -> Failure {
    let hint = match own_hint(&response.site) {
        Some(own) => own.child("error"),
        None => named(&hint.child("error"), response.status),
    };
    let entries = entries(cx, &response.site);
    let ty = match answer(cx, &entries, &hint).0 {
        // A failure of a stream is often described as the stream is; what comes is its one event.
        Answer::Empty => framed(cx, &entries, &hint),
        whole => {
            beside(cx, &entries);
            json(whole)
        }
    };
    let example = entries
        .first()
        .map(|entry| super::prose::examples(cx, &entry.site));
    Failure {
        status: response.status,
        ty,
        description: description(response),
        docs: Docs {
            examples: example.unwrap_or_default(),
            ..Docs::default()
        },
    }
}

/// Failures of other kinds stay what every error has: a raw body.
fn json(answer: Answer) -> Option<Item> {
    match answer {
        Answer::Json(item) => Some(item),
        Answer::Empty | Answer::Text | Answer::Bytes => None,
    }
}

/// What the event brings that stands for a failure; text stays a raw body.
fn framed<'d>(cx: &mut Context<'d>, entries: &[Entry<'d>], hint: &Hint) -> Option<Item> {
    let (entry, framing) = entries.iter().find_map(|one| Some((one, one.framing()?)))?;
    let event = stream::event(cx, entry, framing, hint);
    let is_text = matches!(cx.unalias(&event.ty), Type::Scalar(Scalar::String));
    (!is_text).then_some(event)
}

/// Says which descriptions of a failure give way to the one that is no stream.
fn beside(cx: &mut Context<'_>, entries: &[Entry<'_>]) {
    for entry in entries.iter().filter(|entry| entry.framing().is_some()) {
        let message = "a failure is read as a whole answer, not as this";
        let place = entry.site.place.clone();
        cx.report
            .push(Diagnostic::note(Code::OtherAnswer, place, message).at_key());
    }
}

fn named(hint: &Hint, status: StatusRange) -> Hint {
    match status {
        StatusRange::Exact(code) => hint.child(&code.to_string()),
        StatusRange::Class(class) => hint.child(&format!("{class}xx")),
        StatusRange::Default => hint.clone(),
    }
}
