//! Whether two values mean the same.

use serde_json::{Map, Value};

/// Where a value came out as another one. Missing, null and empty members are the same.
pub(super) fn difference(given: &Value, got: &Value, place: &str) -> Option<String> {
    match (given, got) {
        (Value::Object(given), Value::Object(got)) => members(given, got, place),
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => one
            .iter()
            .zip(other)
            .enumerate()
            .find_map(|(index, (one, other))| difference(one, other, &format!("{place}/{index}"))),
        (Value::Number(one), Value::Number(other)) if one.as_f64() == other.as_f64() => None,
        (Value::String(one), Value::String(other)) if written(one) == written(other) => None,
        (one, other) if one == other => None,
        (one, other) => Some(format!(
            "{place} was {} and is {}",
            short(one),
            short(other)
        )),
    }
}

fn members(given: &Map<String, Value>, got: &Map<String, Value>, place: &str) -> Option<String> {
    for (name, value) in given {
        let place = format!("{place}/{name}");
        match got.get(name) {
            Some(other) if is_nothing(value) && is_nothing(other) => {}
            Some(other) => {
                if let Some(found) = difference(value, other, &place) {
                    return Some(found);
                }
            }
            None if is_nothing(value) => {}
            None => return Some(format!("{place} is lost")),
        }
    }
    let more = |(name, value): &(&String, &Value)| !given.contains_key(*name) && !is_nothing(value);
    let (name, _) = got.iter().find(more)?;
    Some(format!("{place}/{name} was not there"))
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(elements) => elements.is_empty(),
        Value::Object(members) => members.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

/// A text in the one form that times, durations, addresses and ids of equal meaning share.
fn written(text: &str) -> String {
    if let Ok(time) = text.parse::<jiff::Timestamp>() {
        return time.to_string();
    }
    if let Ok(time) = text.parse::<jiff::civil::Time>() {
        return time.to_string();
    }
    match url::Url::parse(text) {
        Ok(url) => url.to_string(),
        Err(_) => text.to_ascii_lowercase(),
    }
}

fn short(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
