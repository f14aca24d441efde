//! What a change of `format` does to the values that are allowed.

use crate::diff::kind::Kind;
use crate::openapi::TypeSet;

/// Formats of strings that a server or a reader may check.
const CHECKED: [&str; 25] = [
    "byte",
    "binary",
    "date",
    "date-time",
    "time",
    "duration",
    "uuid",
    "uri",
    "url",
    "uri-reference",
    "iri",
    "iri-reference",
    "uri-template",
    "email",
    "idn-email",
    "hostname",
    "idn-hostname",
    "ipv4",
    "ipv6",
    "ip",
    "regex",
    "json-pointer",
    "relative-json-pointer",
    "base64",
    "base64url",
];

/// Integer formats with their range as powers of two: the lowest and the highest value.
const INTEGERS: [(&str, i128, i128); 9] = [
    ("int8", i8::MIN as i128, i8::MAX as i128),
    ("int16", i16::MIN as i128, i16::MAX as i128),
    ("int32", i32::MIN as i128, i32::MAX as i128),
    ("int64", i64::MIN as i128, i64::MAX as i128),
    ("uint8", 0, u8::MAX as i128),
    ("uint16", 0, u16::MAX as i128),
    ("uint32", 0, u32::MAX as i128),
    ("uint", 0, u32::MAX as i128),
    ("uint64", 0, u64::MAX as i128),
];

/// The kind of change between two formats; `None` when nothing changes.
pub(super) fn compare(old: Option<&str>, new: Option<&str>, types: TypeSet) -> Option<Kind> {
    if old == new {
        return None;
    }
    if types.is_only("integer") {
        return Some(integers(old, new));
    }
    if types.is_only("number") {
        return Some(numbers(old, new));
    }
    if types.is_only("boolean") || types.is_only("object") || types.is_only("array") {
        return Some(Kind::FormatUnknown);
    }
    Some(strings(old, new))
}

fn strings(old: Option<&str>, new: Option<&str>) -> Kind {
    let plain = |format: Option<&str>| format.is_none_or(|format| format == "password");
    let checked = |format: Option<&str>| format.is_some_and(|format| CHECKED.contains(&format));
    if plain(old) && plain(new) || alias(old) == alias(new) {
        return Kind::FormatRenamed;
    }
    if checked(old) != checked(new) {
        // What nobody checks is any string.
        let narrower = checked(new);
        return if narrower {
            Kind::FormatAdded
        } else {
            Kind::FormatRemoved
        };
    }
    if !checked(old) {
        return Kind::FormatUnknown;
    }
    match (alias(old), alias(new)) {
        (Some(one), Some(two)) if contains(two, one) => Kind::FormatWidened,
        (Some(one), Some(two)) if contains(one, two) => Kind::FormatNarrowed,
        _ => Kind::FormatChanged,
    }
}

fn alias(format: Option<&str>) -> Option<&str> {
    Some(match format? {
        "url" => "uri",
        "base64" => "byte",
        other => other,
    })
}

/// Whether every value of `narrow` is one of `wide`.
fn contains(wide: &str, narrow: &str) -> bool {
    matches!(
        (wide, narrow),
        ("uri-reference" | "iri" | "iri-reference", "uri")
            | ("iri-reference", "iri" | "uri-reference")
            | ("idn-email", "email")
            | ("idn-hostname", "hostname")
            | ("ip", "ipv4" | "ipv6")
    )
}

fn integers(old: Option<&str>, new: Option<&str>) -> Kind {
    // Without a format an integer is read as one of 64 bits, here and nearly everywhere.
    let range = |format: Option<&str>| {
        let name = format.unwrap_or("int64");
        INTEGERS
            .iter()
            .find(|(known, ..)| *known == name)
            .map(|(_, low, high)| (*low, *high))
    };
    let (Some(one), Some(two)) = (range(old), range(new)) else {
        return Kind::FormatUnknown;
    };
    let wider = two.0 <= one.0 && two.1 >= one.1;
    let narrower = one.0 <= two.0 && one.1 >= two.1;
    match (wider, narrower) {
        (true, true) => Kind::FormatRenamed,
        (true, false) => Kind::FormatWidened,
        (false, true) => Kind::FormatNarrowed,
        (false, false) => Kind::FormatChanged,
    }
}

fn numbers(old: Option<&str>, new: Option<&str>) -> Kind {
    let width = |format: Option<&str>| match format {
        None | Some("double") => Some(64),
        Some("float") => Some(32),
        Some(_) => None,
    };
    match (width(old), width(new)) {
        (Some(one), Some(two)) if one == two => Kind::FormatRenamed,
        (Some(one), Some(two)) if one < two => Kind::FormatWidened,
        (Some(_), Some(_)) => Kind::FormatNarrowed,
        _ => Kind::FormatUnknown,
    }
}
