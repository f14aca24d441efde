//! Integers of any width.

use serde::Serializer;

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
