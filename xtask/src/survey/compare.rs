//! Whether two values mean the same.

use serde_json::{Map, Number, Value};

/// Where a value came out as another one. Missing, null and empty members are the same.
pub(super) fn difference(given: &Value, got: &Value, place: &str) -> Option<String> {
    match (given, got) {
        (Value::Object(given), Value::Object(got)) => members(given, got, place),
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => one
            .iter()
            .zip(other)
            .enumerate()
            .find_map(|(index, (one, other))| difference(one, other, &format!("{place}/{index}"))),
        (Value::Number(one), Value::Number(other)) if same_number(one, other) => None,
        (Value::String(one), Value::String(other)) if same_text(one, other) => None,
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

/// Whether two texts are the same instant, address or id, or the same text.
pub(super) fn same_text(one: &str, other: &str) -> bool {
    written(one) == written(other)
}

/// Whether two numbers are the same: integers to the last digit, `1.0` and `1` as numbers.
fn same_number(one: &Number, other: &Number) -> bool {
    let is_whole = |number: &Number| number.is_i64() || number.is_u64();
    one == other || !(is_whole(one) && is_whole(other)) && one.as_f64() == other.as_f64()
}

/// A text in the one form that times, durations, addresses and ids of equal meaning share.
fn written(text: &str) -> String {
    if let Ok(time) = text.parse::<jiff::Timestamp>() {
        return time.to_string();
    }
    if let Ok(time) = text.parse::<jiff::civil::Time>() {
        return time.to_string();
    }
    if is_uuid(text) {
        return text.to_ascii_lowercase();
    }
    if text.starts_with(['P', '-', '+'])
        && let Ok(span) = text.parse::<jiff::Span>()
    {
        return span.to_string();
    }
    match url::Url::parse(text) {
        Ok(url) => url.to_string(),
        Err(_) => text.to_owned(),
    }
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

fn short(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
