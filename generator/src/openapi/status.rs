//! Statuses as the keys of `responses` name them.

use crate::ir::StatusRange;

/// Reads a key of `responses`: `200`, `4XX`, `default`.
pub fn parse(key: &str) -> Option<StatusRange> {
    if key.eq_ignore_ascii_case("default") {
        return Some(StatusRange::Default);
    }
    let [class @ b'1'..=b'5', rest @ ..] = key.as_bytes() else {
        return None;
    };
    match rest {
        [b'x' | b'X', b'x' | b'X'] => Some(StatusRange::Class(class - b'0')),
        [b'0'..=b'9', b'0'..=b'9'] => key.parse().ok().map(StatusRange::Exact),
        _ => None,
    }
}
