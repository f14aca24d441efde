//! What a success brings: nothing, one kind of body, one of several by status, a stream, or a choice.

use super::find::Found;
use super::param::own_hint;
use super::response::{Answer, Entry, Response, answer, entries};
use super::stream;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{
    Example, Item, MethodName, Reply, ReplyCase, StatusRange, StreamHalf, Type, TypeName,
    VariantName, Verb,
};
use crate::lower::context::Context;
use crate::lower::hint::Hint;

/// The reply of an operation with what goes along with it.
pub(super) struct Outcome {
    pub reply: Reply,
    /// The media type to ask for, where it is not the usual one.
    pub accept: Option<String>,
    /// Examples of the whole answer.
    pub examples: Vec<Example>,
    /// Whether a body may come of which nothing is said.
    pub undescribed: bool,
}

/// What the successes of `found` bring.
pub(super) fn reply<'d>(
    cx: &mut Context<'d>,
    found: &Found<'d>,
    successes: &[Response<'d>],
    name: &MethodName,
    hint: &Hint,
) -> Outcome {
    let mut outcome = Outcome {
        reply: Reply::Empty,
        accept: None,
        examples: Vec::new(),
        undescribed: successes.is_empty() && found.verb != Verb::Head,
    };
    let mut answers: Vec<(&Response<'_>, Answer)> = Vec::new();
    let mut half: Option<StreamHalf> = None;
    for response in successes {
        let mut entries = entries(cx, &response.site);
        if found.verb == Verb::Head {
            no_body(cx, &mut entries);
        }
        if half.is_none() {
            half = stream::half(cx, found, &entries, name, hint);
        } else if let Some(second) = entries.iter().find(|entry| entry.framing().is_some()) {
            let message = "the endpoint has its stream from another response already";
            let place = second.site.place.clone();
            cx.report
                .push(Diagnostic::warning(Code::OtherAnswer, place, message).at_key());
        }
        let only_streams = !entries.is_empty() && entries.iter().all(|one| one.framing().is_some());
        if !only_streams {
            let (answer, accept) =
                of_response(cx, found, response, &entries, hint, successes.len() == 1);
            outcome.accept = outcome.accept.or(accept);
            if outcome.examples.is_empty()
                && let Some(first) = entries.iter().find(|one| one.framing().is_none())
            {
                outcome.examples = super::prose::examples(cx, &first.site);
            }
            if answer == Answer::Empty && entries.is_empty() && may_bring(found, response) {
                outcome.undescribed = true;
                note_undescribed(cx, response);
            }
            answers.push((response, answer));
        }
    }
    let half = half.or_else(|| stream::from_extension(cx, found, name, hint));
    outcome.reply = halves(found, name, half, &answers, successes);
    outcome
}

/// The answer that comes at once and the stream, whichever are there.
fn halves(
    found: &Found<'_>,
    name: &MethodName,
    stream: Option<StreamHalf>,
    answers: &[(&Response<'_>, Answer)],
    successes: &[Response<'_>],
) -> Reply {
    let Some(stream) = stream.map(Box::new) else {
        return whole(name, answers, successes);
    };
    // Without a schema for it, the half that is not a stream is raw JSON.
    let undescribed = answers.is_empty() && stream::has_switch(found);
    let json = Item {
        ty: Type::Json,
        nullable: false,
    };
    let whole = match whole(name, answers, successes) {
        _ if undescribed => Reply::Json(json),
        Reply::Empty => return Reply::Stream(stream),
        whole => whole,
    };
    Reply::Chosen {
        whole: Box::new(whole),
        stream,
    }
}

/// Whether something is asked for, and this status is one whose answer has a body.
fn may_bring(found: &Found<'_>, response: &Response<'_>) -> bool {
    let empty = matches!(
        response.status,
        StatusRange::Exact(204 | 205 | 300..=399) | StatusRange::Class(3)
    );
    found.verb == Verb::Get && !empty
}

fn note_undescribed(cx: &mut Context<'_>, response: &Response<'_>) {
    let message =
        "the answer describes no body; what comes is only in the raw body (`send_with_meta`)";
    let place = response.site.place.clone();
    cx.report
        .push(Diagnostic::note(Code::OtherAnswer, place, message).at_key());
}

/// An answer to `HEAD` has headers alone, whatever the document says.
fn no_body(cx: &mut Context<'_>, entries: &mut Vec<Entry<'_>>) {
    for entry in entries.drain(..) {
        let message = "an answer to HEAD has no body";
        cx.report
            .push(Diagnostic::note(Code::OtherAnswer, entry.site.place, message).at_key());
    }
}

fn of_response<'d>(
    cx: &mut Context<'d>,
    found: &Found<'d>,
    response: &Response<'d>,
    entries: &[Entry<'d>],
    hint: &Hint,
    is_only: bool,
) -> (Answer, Option<String>) {
    if let Some(schema) = stream::whole_of_extension(found) {
        return (Answer::Json(cx.item(&schema, &hint.child("reply"))), None);
    }
    let hint = match own_hint(&response.site) {
        Some(own) => own.child("reply"),
        None if is_only => hint.child("reply"),
        // Beside others, an answer is called after its status, which leaves the plain name to their enum.
        None => hint
            .child("reply")
            .child(&response.status.to_string().to_lowercase()),
    };
    answer(cx, entries, &hint)
}

/// A reply without a stream.
fn whole(
    name: &MethodName,
    answers: &[(&Response<'_>, Answer)],
    successes: &[Response<'_>],
) -> Reply {
    let Some((_, first)) = answers.first() else {
        return Reply::Empty;
    };
    // A redirection is no failure here, which only a reply by status can say.
    let redirects = successes.iter().any(|one| {
        matches!(
            one.status,
            StatusRange::Exact(300..=399) | StatusRange::Class(3)
        )
    });
    if !redirects && answers.iter().all(|(_, answer)| answer == first) {
        return plain(first);
    }
    Reply::ByStatus {
        name: TypeName::new(&format!("{} reply", name.as_str())),
        cases: answers
            .iter()
            .map(|(response, answer)| ReplyCase {
                name: VariantName::new(&response.status.words()),
                status: response.status,
                body: plain(answer),
                description: description(response),
            })
            .collect(),
    }
}

fn plain(answer: &Answer) -> Reply {
    match answer {
        Answer::Empty => Reply::Empty,
        Answer::Json(item) => Reply::Json(item.clone()),
        Answer::Text => Reply::Text,
        Answer::Bytes => Reply::Bytes,
    }
}

pub(super) fn description(response: &Response<'_>) -> Option<String> {
    let text = |key: &str| response.site.node.get(key).and_then(|node| node.as_str());
    let text = text("description")
        .filter(|text| !text.is_empty())
        .or_else(|| text("summary"));
    text.map(str::to_owned)
}
