//! What must come of a call, for each fault.

use humanloop::Error;
use humanloop::mock::Fault;
use serde_json::{Map, Value, json};

use super::job::{Job, Read, Seen};

/// What must come.
struct Expected {
    events: Vec<Value>,
    error: Option<fn(&Error) -> bool>,
    /// Whether the bytes are as they were sent, too.
    exact: bool,
}

/// Holds what came of a call against what was sent.
pub(super) fn judge(job: &Job, seen: &Seen) -> Result<(), String> {
    let expected = if job.streams {
        of_stream(job)
    } else {
        of_answer(job)
    };
    if seen.overran {
        return Err("the stream went on behind its end".to_owned());
    }
    let (is, must) = (seen.events.len(), expected.events.len());
    // A reset discards what is still on its way on a busy machine.
    let overtaken = is < must && job.fault.is_some_and(|(fault, _)| fault == Fault::Reset);
    if is != must && !overtaken {
        return Err(format!(
            "{is} events instead of {must}; errors {:?}",
            seen.errors
        ));
    }
    for (number, ((read, bytes), sent)) in seen.events.iter().zip(&expected.events).enumerate() {
        let same = match read {
            Read::Event(event) => {
                serde_json::from_value(sent.clone()).is_ok_and(|sent| **event == sent)
            }
            Read::Reply(reply) => {
                serde_json::from_value(sent.clone()).is_ok_and(|sent| **reply == sent)
            }
        };
        if !same || (expected.exact && *bytes != sent.to_string().into_bytes()) {
            return Err(format!("event {number} is {read:?} and was sent as {sent}"));
        }
    }
    match (&seen.errors[..], expected.error) {
        ([], None) => Ok(()),
        ([error], Some(fits)) if fits(error) => Ok(()),
        (errors, _) => Err(format!("errors {errors:?}")),
    }
}

fn of_stream(job: &Job) -> Expected {
    let all = job.events();
    if let Some(place) = job.dropped {
        return good(all[..place].to_vec());
    }
    let Some((fault, place)) = job.fault else {
        return good(all);
    };
    let before = |error| broken(all[..place].to_vec(), error);
    match fault {
        Fault::Bytewise
        | Fault::NoContentType
        | Fault::Done
        | Fault::KeepAlive
        | Fault::CarriageReturns
        | Fault::ByteOrderMark => good(all),
        Fault::Novelties => Expected {
            exact: false,
            ..good(all.into_iter().map(novel).collect())
        },
        Fault::NoFinish => good(all.into_iter().map(without_finish).collect()),
        Fault::JsonInstead => good(vec![job.reply()]),
        Fault::Empty => good(Vec::new()),
        Fault::NotJson | Fault::OtherForm | Fault::NotUtf8 => {
            let mut rest = all;
            rest.remove(place);
            broken(rest, Error::is_decode)
        }
        Fault::NoBlankLine => broken(all[..=place].to_vec(), Error::is_cut),
        Fault::Stall | Fault::OnlyComments | Fault::EndlessComment => before(Error::is_timeout),
        Fault::Reset | Fault::Cut | Fault::Unfinished => before(Error::is_cut),
        Fault::ErrorEvent | Fault::ErrorObject | Fault::DetailObject => {
            before(Error::is_error_event)
        }
        Fault::EndlessLine | Fault::EndlessEvent => before(Error::is_too_large),
        fault => instead(fault),
    }
}

fn of_answer(job: &Job) -> Expected {
    let answer = vec![job.reply()];
    let Some((fault, _)) = job.fault else {
        return good(answer);
    };
    match fault {
        Fault::Novelties => Expected {
            exact: false,
            ..good(answer.into_iter().map(novel).collect())
        },
        fault if fault.is_of_streams() || fault.is_harmless() => good(answer),
        Fault::Stall => broken(Vec::new(), Error::is_timeout),
        Fault::Reset | Fault::Cut => broken(Vec::new(), Error::is_cut),
        Fault::Empty | Fault::NotJson | Fault::OtherForm | Fault::NotUtf8 => {
            broken(Vec::new(), Error::is_decode)
        }
        fault => instead(fault),
    }
}

/// Nothing of the answer comes.
fn instead(fault: Fault) -> Expected {
    let error: fn(&Error) -> bool = match fault {
        Fault::Silence => Error::is_timeout,
        Fault::Close => Error::is_cut,
        // The server is gone before it has read everything, so that its last words may be lost on the way.
        Fault::Early => {
            |error| error.is_cut() || error.status().is_some_and(|status| status == 413)
        }
        Fault::Redirect => Error::is_redirect,
        Fault::Html | Fault::Compressed => Error::is_unexpected_body,
        _ => |_| false,
    };
    broken(Vec::new(), error)
}

fn good(events: Vec<Value>) -> Expected {
    Expected {
        events,
        error: None,
        exact: true,
    }
}

fn broken(events: Vec<Value>, error: fn(&Error) -> bool) -> Expected {
    Expected {
        error: Some(error),
        ..good(events)
    }
}

/// The same with a member more in each object: members of free form keep it.
fn novel(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.into_iter();
            let mut members: Map<_, _> = members
                .map(|(name, member)| (name, novel(member)))
                .collect();
            let novelty = json!({"of": ["tomorrow", 1, null]});
            members.insert("novelty".to_owned(), novelty);
            Value::Object(members)
        }
        Value::Array(items) => items.into_iter().map(novel).collect(),
        scalar => scalar,
    }
}

fn without_finish(mut event: Value) -> Value {
    for piece in event["data"].as_array_mut().into_iter().flatten() {
        piece["finish_reason"] = Value::Null;
    }
    event
}
