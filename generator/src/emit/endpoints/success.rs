//! What is said of a success at a method: what it brings, in the document's words too, and its headers.

use crate::emit::{docs, markdown};
use crate::ir::{Docs, Endpoint, ReplyHeader};
use foldhash::HashSet;
use std::cell::LazyCell;

/// Words of which a description consists that only says that it is a success.
const SPARE: [&str; 21] = [
    "200",
    "201",
    "202",
    "204",
    "a",
    "an",
    "as",
    "default",
    "http",
    "is",
    "ok",
    "okay",
    "of",
    "operation",
    "request",
    "response",
    "result",
    "success",
    "successful",
    "successfully",
    "the",
];

/// Where a call goes and what it brings; what the document says of that follows, where it says
/// more than method and type do.
pub(super) fn sentences(
    route: &str,
    brings: Option<&str>,
    endpoint: &Endpoint,
    said: &Docs,
) -> Vec<String> {
    let text = endpoint.success.as_deref().map(markdown::line);
    let text = text.filter(|text| is_more(text, brings.unwrap_or_default(), said));
    match (brings, text) {
        (None, None) => vec![format!("{route}.")],
        (Some(what), None) => vec![format!("{route} returns {what}.")],
        (None, Some(text)) => vec![format!("{route} returns no body: {}", docs::closed(text))],
        (Some(what), Some(text)) if docs::is_short(&text) => {
            vec![format!("{route} returns {what}: {}", docs::closed(text))]
        }
        (Some(what), Some(text)) => {
            vec![format!("{route} returns {what}."), docs::closed(text)]
        }
    }
}

/// Whether a text has a word that neither is spare nor stands in the method's documentation or in
/// the name of the type.
fn is_more(text: &str, brings: &str, said: &Docs) -> bool {
    let method = said.title.iter().chain(&said.text);
    let method = method.flat_map(|text| docs::words(text)).map(stem);
    // Most descriptions have no word that calls for them.
    let method = LazyCell::new(|| method.collect::<HashSet<_>>());
    let brings = brings.to_ascii_lowercase();
    docs::words(text).any(|word| {
        let (word, stem) = (word.to_ascii_lowercase(), stem(word));
        !SPARE.contains(&word.as_str()) && !brings.contains(&stem) && !method.contains(&stem)
    })
}

/// A word without the endings that make it a plural or a thing done: `Generated` is said of `generate`.
fn stem(word: &str) -> String {
    let word = word.to_ascii_lowercase();
    let bare = word
        .trim_end_matches('s')
        .trim_end_matches('d')
        .trim_end_matches('e');
    bare.to_owned()
}

/// The headers of an answer, of which the document says no more than their names, as a sentence.
pub(super) fn plain_headers(endpoint: &Endpoint) -> Option<String> {
    let plain = endpoint
        .headers
        .iter()
        .filter(|header| text(header).is_none());
    let names: Vec<_> = plain.map(|header| markdown::code(&header.name)).collect();
    (!names.is_empty()).then(|| format!("Answer headers: {}.", names.join(", ")))
}

/// The headers of an answer of which the document says more, as items of a list.
pub(super) fn told_headers(endpoint: &Endpoint) -> Vec<String> {
    let told = endpoint.headers.iter().filter_map(|header| {
        let (name, text) = (markdown::code(&header.name), text(header)?);
        Some(format!("- {name}: {text}"))
    });
    told.collect()
}

fn text(header: &ReplyHeader) -> Option<String> {
    let text = header.description.as_deref().map(markdown::line);
    text.filter(|text| !text.is_empty() && !docs::is_same(text, &header.name))
}
