//! Form fields: an object as the pairs of `application/x-www-form-urlencoded`.

use super::Json;
use serde::Serialize;
use serde::ser::Error as _;

/// The pairs of a form: lists are repeated, objects travel as JSON text, nulls are left out.
pub fn pairs(value: &impl Serialize) -> Result<Vec<(String, String)>, serde_json::Error> {
    let Json::Object(members) = serde_json::to_value(value)? else {
        return Err(serde_json::Error::custom("a form is not an object"));
    };
    let mut pairs = Vec::with_capacity(members.len());
    for (name, value) in members {
        match value {
            Json::Array(items) => {
                let texts = items.iter().filter_map(text);
                pairs.extend(texts.map(|text| (name.clone(), text)));
            }
            value => pairs.extend(text(&value).map(|text| (name, text))),
        }
    }
    Ok(pairs)
}

/// The text of a form field; nothing for null.
fn text(value: &Json) -> Option<String> {
    match value {
        Json::Null => None,
        Json::String(text) => Some(text.clone()),
        Json::Bool(_) | Json::Number(_) | Json::Array(_) | Json::Object(_) => {
            Some(value.to_string())
        }
    }
}
