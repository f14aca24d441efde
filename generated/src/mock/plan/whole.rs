//! Whole answers, with a fault in them or without.

use serde_json::{Value, json};

use super::{Frame, Plan, Step};
use crate::mock::fault::Fault;
use crate::mock::table::Entry;

/// A page such as proxies send.
const PAGE: &str = "<!doctype html>\n<title>502 Bad Gateway</title>\n<h1>Bad Gateway</h1>\n";
/// Where a redirect leads; nothing may ever be sent there.
const ELSEWHERE: &str = "https://elsewhere.example/";
/// A whole answer.
pub(super) fn plan(
    entry: &Entry,
    status: u16,
    fault: Option<(Fault, usize)>,
    value: &Value,
) -> Plan {
    let text = value.to_string();
    let plan = |body: &[u8]| Plan::whole(status, entry.media, body.to_vec());
    let half = text.len() / 2;
    let broken = |step| Plan {
        steps: vec![Step::Event(text.as_bytes()[..half].to_vec()), step],
        ..plan(text.as_bytes())
    };
    let Some((fault, _)) = fault else {
        return if entry.media.is_empty() {
            plan(b"")
        } else {
            plan(text.as_bytes())
        };
    };
    match fault {
        Fault::Stall => broken(Step::Stall),
        Fault::Reset => broken(Step::Reset),
        Fault::Cut => broken(Step::Close),
        Fault::Empty => plan(b""),
        Fault::NotJson => plan(&text.as_bytes()[..half]),
        Fault::OtherForm => plan(other_form(&text).as_bytes()),
        Fault::NotUtf8 => plan(&not_utf8(&text)),
        Fault::Novelties => plan(novel(value.clone()).to_string().as_bytes()),
        Fault::Bytewise => Plan {
            frame: Frame::Chunked,
            steps: bytewise(text.as_bytes()),
            ..plan(b"")
        },
        Fault::Compressed => compressed(plan(text.as_bytes())),
        Fault::Silence | Fault::Close | Fault::Early | Fault::Redirect | Fault::Html => {
            instead(fault)
        }
        Fault::JsonInstead
        | Fault::NoContentType
        | Fault::Unfinished
        | Fault::NoBlankLine
        | Fault::NoFinish
        | Fault::ErrorEvent
        | Fault::ErrorObject
        | Fault::DetailObject
        | Fault::Done
        | Fault::KeepAlive
        | Fault::OnlyComments
        | Fault::EndlessLine
        | Fault::EndlessEvent
        | Fault::EndlessComment
        | Fault::CarriageReturns
        | Fault::ByteOrderMark => plan(text.as_bytes()),
    }
}

/// Something else than the answer.
pub(super) fn instead(fault: Fault) -> Plan {
    match fault {
        Fault::Silence => Plan {
            frame: Frame::Nothing,
            steps: vec![Step::Stall],
            ..Plan::default()
        },
        Fault::Early => {
            let mut plan = Plan::json(413, &json!({"detail": "The request is too large."}));
            plan.set_header("connection", "close");
            plan.steps.push(Step::Close);
            plan
        }
        Fault::Redirect => {
            let mut plan = Plan::whole(307, "", Vec::new());
            plan.set_header("location", ELSEWHERE);
            plan
        }
        Fault::Html => Plan::whole(200, "text/html; charset=utf-8", PAGE.into()),
        _ => Plan {
            frame: Frame::Nothing,
            steps: vec![Step::Close],
            ..Plan::default()
        },
    }
}

pub(super) fn compressed(mut plan: Plan) -> Plan {
    plan.set_header("content-encoding", "gzip");
    plan
}

pub(super) fn bytewise(bytes: &[u8]) -> Vec<Step> {
    bytes.iter().map(|byte| Step::Chunk(vec![*byte])).collect()
}

/// The same JSON in a list, where an object is expected.
pub(super) fn other_form(text: &str) -> String {
    format!("[[{text}]]")
}

/// The same JSON with a byte in its first string that is no UTF-8.
pub(super) fn not_utf8(text: &str) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    let place = bytes
        .iter()
        .position(|byte| *byte == b'"')
        .map_or(0, |place| place + 1);
    bytes.insert(place, 0xFF);
    bytes
}

/// The same JSON with a member more in each object.
pub(super) fn novel(mut value: Value) -> Value {
    match &mut value {
        Value::Object(members) => {
            for member in members.values_mut() {
                *member = novel(member.take());
            }
            members.insert("novelty".to_owned(), json!({"of": ["tomorrow", 1, null]}));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| *item = novel(item.take())),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    value
}
