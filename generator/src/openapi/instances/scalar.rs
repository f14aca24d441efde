//! Numbers and texts that keep their limits.

use crate::ir::Format;
use crate::openapi::Limits;
use crate::source::Node;

/// An integer within its limits.
pub(super) fn whole(limits: &Limits<'_>) -> i128 {
    let low = limits.minimum.and_then(Node::as_f64).map(f64::ceil);
    let high = limits.maximum.and_then(Node::as_f64).map(f64::floor);
    let step = limits
        .multiple_of
        .and_then(Node::as_int)
        .unwrap_or(1)
        .max(1);
    let mut value = 1;
    if let Some(low) = low.map(to_int).filter(|low| *low >= value) {
        value = low + i128::from(limits.above_minimum);
    }
    if let Some(high) = high.map(to_int).filter(|high| *high <= value) {
        value = high - i128::from(limits.below_maximum);
    }
    let up = value.rem_euclid(step);
    if up == 0 { value } else { value + step - up }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "limits beyond an integer are cut to it"
)]
const fn to_int(value: f64) -> i128 {
    value as i128
}

/// A number within its limits, with a fraction where they leave room for one.
pub(super) fn number(limits: &Limits<'_>) -> Node {
    let low = limits.minimum.and_then(Node::as_f64);
    let high = limits.maximum.and_then(Node::as_f64);
    let half = 0.5;
    if limits.multiple_of.is_none()
        && low.is_none_or(|low| low < half)
        && high.is_none_or(|high| high > half)
    {
        return Node::Number("0.5".into());
    }
    Node::Int(whole(limits))
}

/// A text of its format, else of its length.
pub(super) fn text(format: Option<&str>, limits: &Limits<'_>) -> String {
    let formed = match format.unwrap_or_default() {
        "byte" => Some("dGlkZQ=="),
        "email" => Some("inga@example.com"),
        "ipv4" => Some("192.0.2.7"),
        "ipv6" => Some("2001:db8::7"),
        word => Format::named(word).map(|format| format.sample),
    };
    if let Some(formed) = formed {
        return formed.to_owned();
    }
    let length = |limit: Option<i128>| limit.and_then(|limit| usize::try_from(limit).ok());
    let least = length(limits.min_length).unwrap_or(0).min(10_000);
    let mut text = format!("{:x<least$}", "text");
    text.truncate(length(limits.max_length).unwrap_or(usize::MAX));
    text
}
