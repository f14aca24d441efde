//! Whether a value came back as it was, and a call did what its document says.

#[cfg(test)]
mod tests;

use serde_json::Value;

use super::arrived;
use super::compare::difference;

/// What is wrong with the answer to a line, if anything is.
pub(super) fn judged(line: &str, answer: &str) -> Option<String> {
    let line = serde_json::from_str::<Value>(line).unwrap_or_default();
    let answer = serde_json::from_str::<Value>(answer).unwrap_or_default();
    let name = line.get("name").and_then(Value::as_str).unwrap_or_default();
    let problem = match line.get("expected") {
        None => judged_value(line.get("value").unwrap_or(&Value::Null), &answer),
        Some(expected) => {
            let problem = judged_call(expected, &answer);
            problem.or_else(|| arrived::misfit(line.get("sent")?, &answer["request"]))
        }
    };
    problem.map(|problem| format!("{name}: {problem}"))
}

/// What is wrong with a value that was read and written again.
fn judged_value(given: &Value, answer: &Value) -> Option<String> {
    if let Some(error) = answer.get("error").and_then(Value::as_str) {
        return Some(format!("{error} in {given}"));
    }
    let got = answer.get("value").unwrap_or(&Value::Null);
    if let Some(place) = difference(given, got, "") {
        return Some(format!("{place} in {given}"));
    }
    let debug = answer.get("debug").and_then(Value::as_str);
    let raw = ["Object {", "Array [", "String(", "Number(", "Bool("]
        .iter()
        .any(|kind| debug.is_some_and(|debug| debug.contains(&format!("Unknown({kind}"))));
    raw.then(|| format!("fits no alternative: {given}"))
}

/// What is wrong with the outcome of a call.
fn judged_call(expected: &Value, outcome: &Value) -> Option<String> {
    let request = arrived::first_line(&outcome["request"]);
    let is_success = expected.get("success").and_then(Value::as_bool) == Some(true);
    let error = outcome.get("error").and_then(Value::as_str);
    if let Some(error) = error.filter(|_| is_success || outcome.get("status").is_none()) {
        return Some(error.to_owned());
    }
    if error.is_none() && !is_success {
        return Some("a failure came as a success".to_owned());
    }
    let text = |name: &str| {
        expected
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    if !arrived::is_sent(text("verb"), text("path"), request) {
        return Some(format!("`{request}` was sent"));
    }
    for member in ["status", "text"] {
        let (expected, got) = (expected.get(member), outcome.get(member));
        if !is_success && expected.is_some_and(|it| !it.is_null()) && expected != got {
            return Some(format!("the {member} of the failure is another one"));
        }
    }
    let list = |of: &Value, name: &str| of.get(name).and_then(Value::as_array).cloned();
    let values = list(expected, "values").unwrap_or_default();
    let read = list(outcome, "read").unwrap_or_default();
    if values.len() > read.len() || is_success && values.len() < read.len() {
        let (read, values) = (read.len(), values.len());
        return Some(format!("{read} of {values} values were read"));
    }
    let pairs = values.iter().zip(&read);
    let changed = pairs.filter_map(|(value, read)| judged_value(value, read));
    let headers = expected.get("headers").and_then(Value::as_object);
    let headers = headers.filter(|_| is_success).into_iter().flatten();
    let missing = headers.filter(|(name, value)| {
        let got = outcome.get("headers").and_then(|got| got.get(name));
        got != Some(value)
    });
    changed
        .chain(missing.map(|(name, _)| format!("the header `{name}` is lost")))
        .next()
}
