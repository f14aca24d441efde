//! How large the largest value was that fits no variant of a union.

use serde_json::Value;
use std::cell::Cell;

thread_local! {
    static LARGEST: Cell<usize> = const { Cell::new(0) };
}

/// Notes the size of a value that fits no variant; or, without one, tells the largest on this thread and begins anew.
///
/// A part of a value is smaller than the value: what is as large as the whole is the whole.
pub(crate) fn strangest(size: Option<usize>) -> usize {
    LARGEST.with(|largest| match size {
        Some(size) => largest.replace(largest.get().max(size)),
        None => largest.replace(0),
    })
}

/// How many values a value consists of, itself included.
pub(crate) fn size(value: &Value) -> usize {
    let inner: usize = match value {
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 0,
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(members) => members.values().map(size).sum(),
    };
    1 + inner
}
