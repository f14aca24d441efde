//! Form fields: an object as the pairs of `application/x-www-form-urlencoded`.

use serde::Serialize;
use serde::ser::Error as _;
use serde_json::Value;

/// The pairs of a form: lists are repeated, objects travel as JSON text, nulls are left out.
pub fn pairs(value: &impl Serialize) -> Result<Vec<(String, String)>, serde_json::Error> {
    let Value::Object(members) = serde_json::to_value(value)? else {
        return Err(serde_json::Error::custom("a form is not an object"));
    };
    let mut pairs = Vec::with_capacity(members.len());
    for (name, value) in members {
        match value {
            Value::Array(items) => {
                let texts = items.iter().filter_map(text);
                pairs.extend(texts.map(|text| (name.clone(), text)));
            }
            value => pairs.extend(text(&value).map(|text| (name, text))),
        }
    }
    Ok(pairs)
}

/// The text of a form field; nothing for null.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
            Some(value.to_string())
        }
    }
}
