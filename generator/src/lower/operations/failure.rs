//! What failures bring, by status.

use super::param::own_hint;
use super::reply::description;
use super::response::{Answer, Response, answer, entries};
use crate::ir::{Docs, Failure, Item, StatusRange};
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
    let example = entries
        .first()
        .map(|entry| super::prose::examples(cx, &entry.site));
    Failure {
        status: response.status,
        ty: json(answer(cx, &entries, &hint).0),
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

fn named(hint: &Hint, status: StatusRange) -> Hint {
    match status {
        StatusRange::Exact(code) => hint.child(&code.to_string()),
        StatusRange::Class(class) => hint.child(&format!("{class}xx")),
        StatusRange::Default => hint.clone(),
    }
}
