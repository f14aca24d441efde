//! JSON values of any shape.

use serde::Serializer;

/// Any JSON value.
pub type Json = serde_json::Value;

/// What is wrong with a value that cannot be read from JSON or written as JSON.
pub type ValueError = serde_json::Error;

/// Writes an integer in the smallest of the widths that every format knows.
pub fn integer<S: Serializer>(number: i128, serializer: S) -> Result<S::Ok, S::Error> {
    if let Ok(small) = i64::try_from(number) {
        serializer.serialize_i64(small)
    } else if let Ok(large) = u64::try_from(number) {
        serializer.serialize_u64(large)
    } else {
        serializer.serialize_i128(number)
    }
}
