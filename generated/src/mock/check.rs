//! Whether a body fits its endpoint; if not, the answer that FastAPI would give.

use serde_json::{Value, json};

use super::received::Received;
use super::table::Entry;
use crate::runtime::JsonError;

/// The body of a 422, where the request's body does not fit.
pub(super) fn fault(entry: &Entry, request: &Received) -> Option<Value> {
    let reread = entry.request?;
    if request.body.is_empty() {
        return entry.request_required.then(|| missing(&[json!("body")]));
    }
    let Ok(text) = std::str::from_utf8(&request.body) else {
        return Some(one(
            &[json!("body")],
            "the body is not UTF-8",
            "value_error.jsondecode",
        ));
    };
    // The type of the request has no member for the switch.
    if let Some(switch) = entry.route.switch {
        let value = request.json();
        if value.get(switch).is_some_and(|value| !value.is_boolean()) {
            let place = [json!("body"), json!(switch)];
            return Some(one(
                &place,
                "value could not be parsed to a boolean",
                "type_error.bool",
            ));
        }
    }
    reread(text).err().map(|error| explained(&error))
}

fn explained(error: &JsonError) -> Value {
    let mut place = vec![json!("body")];
    let Some(path) = &error.path else {
        // Either no JSON at all, or a rule across members.
        let kind = if error.message.starts_with("not JSON") {
            "value_error.jsondecode"
        } else {
            "value_error"
        };
        return one(&place, &error.message, kind);
    };
    place.extend(steps(path));
    let message = error
        .message
        .rsplit_once(" at line ")
        .map_or(error.message.as_str(), |(words, _)| words);
    let member = message
        .strip_prefix("missing field `")
        .and_then(|rest| rest.strip_suffix('`'));
    match member {
        Some(member) => {
            place.push(json!(member));
            missing(&place)
        }
        None => one(&place, message, "type_error"),
    }
}

/// `messages[0].role` as a list of names and numbers.
fn steps(path: &str) -> impl Iterator<Item = Value> {
    let words = path.split(['.', '[', ']']).filter(|word| !word.is_empty());
    words.map(|word| {
        word.parse::<u64>()
            .map_or_else(|_| json!(word), Value::from)
    })
}

fn missing(place: &[Value]) -> Value {
    one(place, "field required", "value_error.missing")
}

fn one(place: &[Value], message: &str, kind: &str) -> Value {
    json!({"detail": [{"loc": place, "msg": message, "type": kind}]})
}
