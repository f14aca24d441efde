//! Whether a request brings the credentials that its endpoint asks for. Any will do; none will not.

use super::received::Received;
use crate::api::API;
use crate::runtime::{Route, SchemeKind};

/// Whether one of the route's alternatives is there.
pub(super) fn is_allowed(route: &Route, request: &Received) -> bool {
    let brings = |name: &&str| {
        let mut schemes = API.schemes.iter();
        let scheme = schemes.find(|scheme| scheme.name == *name);
        scheme.is_none_or(|scheme| has(scheme.kind, request))
    };
    route.auth.is_empty() || route.auth.iter().any(|all| all.iter().all(brings))
}

fn has(kind: SchemeKind, request: &Received) -> bool {
    let header = |name| request.header(name).unwrap_or_default();
    let authorization = |word: &str| {
        let mut words = header("authorization").split_whitespace();
        words
            .next()
            .is_some_and(|known| known.eq_ignore_ascii_case(word))
            && words.next().is_some()
    };
    match kind {
        SchemeKind::HeaderKey(name) => !header(name).is_empty(),
        SchemeKind::QueryKey(name) => is_pair(request.query.split('&'), name),
        SchemeKind::CookieKey(name) => is_pair(header("cookie").split(';').map(str::trim), name),
        SchemeKind::Basic => authorization("basic"),
        SchemeKind::Bearer => authorization("bearer"),
        SchemeKind::Http(word) => authorization(word),
        // What only the connection knows.
        SchemeKind::Other(_) => true,
    }
}

fn is_pair<'a>(mut pairs: impl Iterator<Item = &'a str>, name: &str) -> bool {
    pairs.any(|pair| {
        pair.split_once('=')
            .is_some_and(|(known, value)| known == name && !value.is_empty())
    })
}

/// Whether a query parameter of this name is a key.
pub(super) fn is_secret(name: &str) -> bool {
    let is_named = |kind| matches!(kind, SchemeKind::QueryKey(known) if known == name);
    API.schemes.iter().any(|scheme| is_named(scheme.kind))
}
