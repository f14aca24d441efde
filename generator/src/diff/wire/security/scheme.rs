//! What a scheme asks for, and what of that changed.

use crate::diff::kind::Kind;
use crate::source::{Node, Site};

/// What changed between two schemes that matters to who calls.
pub(super) fn change(old: &Site<'_>, new: &Site<'_>) -> Option<(Kind, String)> {
    let (one, two) = (kind(old), kind(new));
    if one != two {
        let what = format!("is `{two}`, no longer `{one}`");
        let is_token = is_token(&one) && is_token(&two);
        let kind = if is_token {
            Kind::TokenSourceChanged
        } else {
            Kind::SchemeChanged
        };
        return Some((kind, what));
    }
    if one == "apiKey" && key(old) != key(new) {
        let say = |site: &Site<'_>| format!("the {} `{}`", word(site, "in"), word(site, "name"));
        let what = format!("travels in {}, no longer in {}", say(new), say(old));
        return Some((Kind::KeyMoved, what));
    }
    let moved = sources(old) != sources(new)
        || word(old, "openIdConnectUrl") != word(new, "openIdConnectUrl");
    moved.then(|| {
        let what = "takes tokens from elsewhere".to_owned();
        (Kind::TokenSourceChanged, what)
    })
}

fn word<'a>(site: &Site<'a>, key: &str) -> &'a str {
    let text = site.node.get(key).and_then(Node::as_str);
    text.unwrap_or_default()
}

/// The type of a scheme; of HTTP, the scheme's own.
fn kind(site: &Site<'_>) -> String {
    match (word(site, "type"), word(site, "scheme")) {
        ("http", scheme) => scheme.to_lowercase(),
        (other, _) => other.to_owned(),
    }
}

fn is_token(kind: &str) -> bool {
    matches!(kind, "bearer" | "oauth2" | "openIdConnect")
}

/// Where a key travels: headers are called the same in any case.
fn key<'a>(site: &Site<'a>) -> (&'a str, String) {
    let (name, place) = (word(site, "name"), word(site, "in"));
    let name = if place == "header" {
        name.to_lowercase()
    } else {
        name.to_owned()
    };
    (place, name)
}

/// Where tokens come from, by the flows' names.
fn sources<'a>(site: &Site<'a>) -> Vec<(&'a str, Vec<(&'static str, &'a str)>)> {
    const URLS: [&str; 4] = [
        "authorizationUrl",
        "tokenUrl",
        "refreshUrl",
        "deviceAuthorizationUrl",
    ];
    let urls = |flow: &'a Node| {
        let urls = URLS.iter();
        urls.filter_map(|key| Some((*key, flow.get(key)?.as_str()?)))
            .collect()
    };
    let flows = site.node.get("flows").map(Node::members);
    let flows = flows.unwrap_or_default().iter();
    let mut flows: Vec<_> = flows.map(|(name, flow)| (&**name, urls(flow))).collect();
    flows.sort();
    flows
}
