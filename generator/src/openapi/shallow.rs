//! Objects read as types of `openapiv3`, from copies without their children.
//!
//! Children are walked one by one with their places; copying them along would
//! make reading quadratic in depth. The ledger says which members are words.

use super::keywords::{Holds, Object};
use crate::source::Node;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// Reads the words, flags and lists of words of `node`; `instead` gives what the type asks for beyond them.
///
/// Members that are not what the ledger says are left out: the check has reported them.
///
/// # Errors
///
/// What `openapiv3` makes of a word it does not know.
pub fn read<T: DeserializeOwned>(
    node: &Node,
    object: Object,
    instead: &[(&str, Value)],
) -> Result<T, String> {
    let mut copy = Map::new();
    for (key, member) in node.members() {
        let holds = object.keyword(key).map(|keyword| keyword.holds);
        if let Some(value) = holds.and_then(|holds| word(member, holds)) {
            copy.insert(key.to_string(), value);
        }
    }
    copy.extend(
        instead
            .iter()
            .map(|(key, value)| ((*key).to_owned(), value.clone())),
    );
    serde_json::from_value(Value::Object(copy)).map_err(|error| error.to_string())
}

fn word(node: &Node, holds: Holds) -> Option<Value> {
    match holds {
        Holds::Word | Holds::Prose => text(node),
        Holds::Flag => flag(node),
        Holds::Words if matches!(node, Node::List(_)) => node.elements().iter().map(text).collect(),
        _ => None,
    }
}

/// A scalar as text: where the check lets a number pass, its digits are meant.
fn text(node: &Node) -> Option<Value> {
    match node {
        Node::Str(text) | Node::Number(text) => Some(Value::from(&**text)),
        Node::Int(number) => Some(Value::from(number.to_string())),
        Node::Bool(flag) => Some(Value::from(flag.to_string())),
        Node::Null | Node::List(_) | Node::Map(_) => None,
    }
}

fn flag(node: &Node) -> Option<Value> {
    match node.as_str() {
        Some("true") => Some(Value::Bool(true)),
        Some("false") => Some(Value::Bool(false)),
        _ => node.as_bool().map(Value::Bool),
    }
}
