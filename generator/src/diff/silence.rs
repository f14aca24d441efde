//! What may change without a finding, and why nobody can notice.

/// Where in a document something stands, and why a change of it means nothing. `*` is one word of the
/// way from the root, `**` is any number of them.
const SILENT: [(&str, &str); 20] = [
    (
        "openapi",
        "says how the document is written, not what it means",
    ),
    (
        "info/**",
        "names the API; the crate has a name and a version of its own",
    ),
    (
        "tags/**",
        "describes groups of operations; their methods are called the same",
    ),
    (
        "externalDocs/**",
        "points elsewhere; no item of the crate shows it",
    ),
    (
        "servers/*/description",
        "describes an address; only the address is used",
    ),
    (
        "servers/*/variables/*/description",
        "describes a variable; only its values are used",
    ),
    (
        "components/*",
        "a section of its own makes nothing; what refers into it does",
    ),
    (
        "components/securitySchemes/*/description",
        "describes a scheme; credentials are sent as before",
    ),
    (
        "**/bearerFormat",
        "says how a token looks; a client only passes it on",
    ),
    (
        "**/responses/*/description",
        "describes an answer; the type it brings has its own words",
    ),
    (
        "**/responses/*/links/**",
        "says where to go next; no item of the crate follows it",
    ),
    (
        "paths/**/parameters/*/required",
        "a part of the path is always required",
    ),
    (
        "**/type",
        "the other keywords of the schema say its type by themselves",
    ),
    ("**/type/*", "the other types of the list say it already"),
    (
        "**/title",
        "labels a schema; where it names a type, the type is what changes",
    ),
    ("paths", "there was no path in it"),
    ("**/security", "says what holds without it"),
    (
        "**/items",
        "anything may be in a list, whether that is said or not",
    ),
    ("**/$ref", "nothing counts beside a reference"),
    (
        "**/examples/**",
        "an example that no item of the crate shows",
    ),
];

/// Why a change of what stands at these words means nothing; `None` when it means something, or when a
/// finding says what it means.
///
/// The words are the keys on the way from the document's root to what changed.
pub fn silence(words: &[&str]) -> Option<&'static str> {
    let row = SILENT.iter().find(|(pattern, _)| {
        let pattern: Vec<&str> = pattern.split('/').collect();
        fits(&pattern, words)
    });
    row.map(|(_, reason)| *reason)
}

/// Every row of the table.
pub(super) const fn all() -> &'static [(&'static str, &'static str)] {
    &SILENT
}

fn fits(pattern: &[&str], words: &[&str]) -> bool {
    match (pattern.split_first(), words.split_first()) {
        (None, rest) => rest.is_none(),
        (Some((&"**", rest)), None) => fits(rest, words),
        (Some(_), None) => false,
        (Some((&"**", rest)), Some((_, others))) => fits(rest, words) || fits(pattern, others),
        (Some((want, rest)), Some((word, others))) => {
            (*want == "*" || want == word) && fits(rest, others)
        }
    }
}
