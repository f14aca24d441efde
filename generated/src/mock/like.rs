//! Values of any type, made from its example: what a test says differs, the rest is filled in.

use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::table::{Entry, Part};
use crate::runtime::{Answer, Decode, Endpoint, JsonError, Streamed, explain, from_text};

/// A type with an example, so that values of it can be made in tests, even of types that only answers have.
///
/// ```
/// use humanloop::mock::Like;
/// use humanloop::types::ChatResponse;
/// use serde_json::json;
///
/// let reply = ChatResponse::like(json!({"data": [{"output": "At noon."}]}))?;
/// assert_eq!(reply.data[0].output, "At noon.");
/// assert!(!reply.data[0].id.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait Like: DeserializeOwned {
    /// The example as JSON.
    const EXAMPLE: &'static str;

    /// The example.
    fn example() -> Result<Self, JsonError> {
        from_text(Self::EXAMPLE)
    }

    /// The example with other members: objects are merged, lists take the length that is given and fill up each
    /// of their items, and everything else is replaced.
    fn like(members: Value) -> Result<Self, JsonError> {
        let mut value = parse(Self::EXAMPLE)?;
        merge(&mut value, members);
        from_text(&value.to_string())
    }
}

/// The reply of an endpoint, like the document's first example with other members.
pub fn reply_like<Op: Endpoint>(members: Value) -> Result<<Op::Reply as Decode>::Value, JsonError> {
    let value = exemplary::<Op>(Part::Reply, members)?;
    let headers = HeaderMap::new();
    Op::Reply::decode(&Answer::new(
        StatusCode::OK,
        &headers,
        &value.to_string().into(),
    ))
}

/// An event of an endpoint, like the document's first example with other members.
pub fn event_like<Op: Streamed>(members: Value) -> Result<Op::Event, JsonError> {
    let data = exemplary::<Op>(Part::Event, members)?.to_string();
    Op::read(&data).map_err(|error| explain::<Op::Event>(&data, &error))
}

fn exemplary<Op: Endpoint>(part: Part, members: Value) -> Result<Value, JsonError> {
    let entries: &[Entry] = crate::api::mock::TABLE.endpoints;
    let entry = entries
        .iter()
        .find(|entry| entry.route.name == Op::ROUTE.name);
    let mut examples = entry.into_iter().flat_map(|entry| entry.examples);
    let example = examples.find(|example| example.part == part);
    let mut value = example.map_or(Ok(Value::Null), |example| parse(example.json))?;
    merge(&mut value, members);
    Ok(value)
}

fn parse(text: &str) -> Result<Value, JsonError> {
    from_text(text)
}

/// Puts one value over another.
pub(super) fn merge(base: &mut Value, over: Value) {
    match (base, over) {
        (Value::Object(base), Value::Object(over)) => {
            for (name, value) in over {
                merge(base.entry(name).or_insert(Value::Null), value);
            }
        }
        (Value::Array(base), Value::Array(over)) => {
            let last = base.last().cloned();
            base.resize(over.len(), last.unwrap_or_default());
            for (item, value) in base.iter_mut().zip(over) {
                merge(item, value);
            }
        }
        (base, over) => *base = over,
    }
}

#[cfg(test)]
mod tests {
    use super::merge;
    use serde_json::json;

    #[test]
    fn lists_take_the_given_length_and_fill_up_their_items() {
        let mut value = json!({"a": [{"b": 1, "c": 2}], "d": "kept", "e": [1, 2]});
        merge(
            &mut value,
            json!({"a": [{"b": 3}, {"c": null}], "e": [], "f": true}),
        );
        let want =
            json!({"a": [{"b": 3, "c": 2}, {"b": 1, "c": null}], "d": "kept", "e": [], "f": true});
        assert_eq!(value, want);
    }
}
