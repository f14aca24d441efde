//! Credentials, and how they get into a request.

use http::HeaderValue;
use http::header::AUTHORIZATION;

use super::endpoint::{Api, Route, SchemeKind};
use super::param::percent_encode;
use super::request::Outgoing;
use super::secret::Secret;
use crate::error::Error;

/// What a caller has given to identify itself.
#[derive(Debug, Clone, Default)]
pub(crate) struct Credentials {
    /// For API keys, and for bearer tokens and passwords where the API knows no keys.
    pub(crate) api_key: Option<Secret>,
    /// For bearer tokens.
    pub(crate) bearer: Option<Secret>,
    /// For basic authentication, `user:password`.
    pub(crate) basic: Option<Secret>,
    /// For one scheme by its name in the document.
    pub(crate) named: Vec<(String, Secret)>,
    /// Whether requests go out without any, since something else adds them.
    pub(crate) omitted: bool,
}

impl Credentials {
    /// All of them, so that messages can be kept free of them.
    pub(crate) fn secrets(&self) -> impl Iterator<Item = &Secret> {
        let general = [&self.api_key, &self.bearer, &self.basic]
            .into_iter()
            .flatten();
        general.chain(self.named.iter().map(|(_, secret)| secret))
    }

    /// The credential for a scheme.
    fn get(&self, name: &str, kind: SchemeKind) -> Option<&Secret> {
        if let Some((_, secret)) = self.named.iter().rev().find(|(known, _)| known == name) {
            return Some(secret);
        }
        match kind {
            SchemeKind::HeaderKey(_) | SchemeKind::QueryKey(_) | SchemeKind::CookieKey(_) => {
                self.api_key.as_ref()
            }
            SchemeKind::Bearer => self.bearer.as_ref().or(self.api_key.as_ref()),
            SchemeKind::Basic => self.basic.as_ref().or(self.api_key.as_ref()),
            SchemeKind::Other(_) => None,
        }
    }

    /// Puts the credentials that a route asks for into a request: those of the first alternative that is complete.
    pub(crate) fn apply(&self, api: &Api, route: &Route, to: &mut Outgoing) -> Result<(), Error> {
        if self.omitted || route.auth.is_empty() {
            return Ok(());
        }
        let alternatives = || route.auth.iter().filter(|schemes| !schemes.is_empty());
        // One that the client below must complete is taken only where no other is complete.
        let chosen = alternatives()
            .find_map(|schemes| self.complete(api, schemes, false))
            .or_else(|| alternatives().find_map(|schemes| self.complete(api, schemes, true)));
        match chosen {
            Some(parts) => parts
                .iter()
                .try_for_each(|(kind, secret)| insert(*kind, secret, to)),
            None if route.auth.iter().any(|schemes| schemes.is_empty()) => Ok(()),
            None => Err(Error::refused(missing(api, route))),
        }
    }

    /// The credentials of one alternative, where none is missing; those that only the client below can
    /// bring are missing unless `trusting`.
    fn complete(
        &self,
        api: &Api,
        schemes: &[&str],
        trusting: bool,
    ) -> Option<Vec<(SchemeKind, &Secret)>> {
        let known = |name: &str| api.schemes.iter().find(|scheme| scheme.name == name);
        let mut parts = Vec::new();
        for name in schemes {
            let scheme = known(name)?;
            match (self.get(name, scheme.kind), scheme.kind) {
                (Some(secret), kind) => parts.push((kind, secret)),
                // The client below brings it, or the server says that it is missing.
                (None, SchemeKind::Other(_)) if trusting => {}
                (None, _) => return None,
            }
        }
        Some(parts)
    }
}

fn missing(api: &Api, route: &Route) -> String {
    let alternatives: Vec<String> = route
        .auth
        .iter()
        .map(|schemes| schemes.join(" and "))
        .collect();
    format!(
        "no credential for {}: set {}_API_KEY for `Client::from_env`, or give the builder one \
         (`api_key`, `bearer_token`, `basic_auth`, `credential`)",
        alternatives.join(" or "),
        api.env_prefix,
    )
}

fn insert(kind: SchemeKind, secret: &Secret, to: &mut Outgoing) -> Result<(), Error> {
    match kind {
        SchemeKind::HeaderKey(name) => to.header(name, &sensitive(secret.expose())?),
        SchemeKind::QueryKey(name) => {
            to.query
                .push((name.into(), percent_encode(secret.expose())));
            Ok(())
        }
        SchemeKind::CookieKey(name) => {
            to.cookies
                .push(format!("{name}={}", percent_encode(secret.expose())));
            Ok(())
        }
        SchemeKind::Bearer | SchemeKind::Other(_) => {
            to.headers.insert(
                AUTHORIZATION,
                sensitive(&format!("Bearer {}", secret.expose()))?,
            );
            Ok(())
        }
        SchemeKind::Basic => {
            let secret = secret.expose();
            // A user name alone is one without a password.
            let end = if secret.contains(':') { "" } else { ":" };
            let text = format!("Basic {}", base64(format!("{secret}{end}").as_bytes()));
            to.headers.insert(AUTHORIZATION, sensitive(&text)?);
            Ok(())
        }
    }
}

fn sensitive(text: &str) -> Result<HeaderValue, Error> {
    let mut value = HeaderValue::from_str(text).map_err(|_| {
        Error::refused("the credential holds a character that a header cannot carry (a line end?)")
    })?;
    value.set_sensitive(true);
    Ok(value)
}

/// Base64 with padding; a credential is too short a thing for a dependency.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits = group
            .iter()
            .fold(0, |bits, byte| bits << 8 | u32::from(*byte));
        let bits = bits << (8 * (3 - group.len()));
        for place in 0..4 {
            let index = (bits >> (18 - 6 * place)) & 63;
            let letter = LETTERS[index as usize];
            text.push(if place > group.len() {
                '='
            } else {
                char::from(letter)
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{AUTHORIZATION, Outgoing, SchemeKind, base64, insert};

    #[test]
    fn a_user_name_alone_has_no_password() {
        for (secret, sent) in [
            ("user", "Basic dXNlcjo="),
            ("user:pw", "Basic dXNlcjpwdw=="),
        ] {
            let mut to = Outgoing::default();
            insert(SchemeKind::Basic, &secret.into(), &mut to).unwrap();
            assert_eq!(to.headers[AUTHORIZATION], sent);
        }
    }

    #[test]
    fn base64_pads() {
        let texts = ["", "f", "fo", "foo", "foob", "user:pass", "\u{ff}\u{3fff}"];
        let coded: Vec<String> = texts.iter().map(|text| base64(text.as_bytes())).collect();
        assert_eq!(
            coded,
            [
                "",
                "Zg==",
                "Zm8=",
                "Zm9v",
                "Zm9vYg==",
                "dXNlcjpwYXNz",
                "w7/jv78="
            ]
        );
    }
}
