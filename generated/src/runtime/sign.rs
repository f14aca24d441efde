//! How credentials get into a request, for documents whose calls ask for some.

use std::collections::BTreeSet;

use http::header::{AUTHORIZATION, COOKIE};
use http::{HeaderMap, HeaderValue};

use super::auth::Credentials;
use super::endpoint::{Api, Route, Scheme, SchemeKind};
use super::param::{Place, Written, percent_encode};
use super::request::Outgoing;
use super::secret::Secret;
use crate::error::Error;

/// Puts the credentials that a route asks for into a request: those of the first alternative that is complete.
///
/// A header that is there already, be it of this call or one of the `defaults`, stays and counts as given.
pub(crate) fn sign(
    credentials: &Credentials,
    api: &Api,
    route: &Route,
    defaults: &HeaderMap,
    to: &mut Outgoing,
) -> Result<(), Error> {
    if credentials.omitted || route.auth.is_empty() {
        return Ok(());
    }
    let alternatives = route.auth.iter().filter(|schemes| !schemes.is_empty());
    let found: Vec<_> = alternatives
        .map(|schemes| credentials.gather(api, schemes, |kind| there(kind, to, defaults)))
        .collect();
    // One that the client below must complete is taken only where no other is complete: it brings what is
    // missing, or the server says that it is.
    let chosen = found
        .iter()
        .find(|found| found.missing.is_empty())
        .or_else(|| {
            found
                .iter()
                .find(|found| found.missing.iter().all(is_other))
        });
    match chosen {
        Some(found) => found
            .parts
            .iter()
            .try_for_each(|(kind, secret)| insert(*kind, secret, to)),
        None if route.auth.iter().any(|schemes| schemes.is_empty()) => Ok(()),
        None => Err(Error::refused(missing(api, &found))),
    }
}

impl Credentials {
    /// The credential that is meant for this scheme and no other.
    fn own(&self, scheme: &Scheme) -> Option<&Secret> {
        let mut named = self.named.iter().rev();
        let named = named.find(|(known, _)| known == scheme.name);
        named.map(|(_, secret)| secret).or(match scheme.kind {
            SchemeKind::Bearer => self.bearer.as_ref(),
            SchemeKind::Basic => self.basic.as_ref(),
            SchemeKind::HeaderKey(_)
            | SchemeKind::QueryKey(_)
            | SchemeKind::CookieKey(_)
            | SchemeKind::Http(_)
            | SchemeKind::Other(_) => None,
        })
    }

    /// The credentials of one alternative.
    fn gather<'h>(
        &self,
        api: &Api,
        schemes: &[&str],
        there: impl Fn(SchemeKind) -> Option<&'h [u8]>,
    ) -> Found<'_> {
        let (mut parts, mut missing, mut spent) = (Vec::new(), Vec::new(), false);
        let is_key = |secret: &[u8]| {
            let key = self.api_key.as_ref();
            key.is_some_and(|key| key.expose().as_bytes() == secret)
        };
        for scheme in api.schemes.iter().filter(|one| schemes.contains(&one.name)) {
            if let Some(value) = there(scheme.kind) {
                spent |= value.split(|byte| *byte == b' ').any(is_key);
                continue;
            }
            match self.own(scheme) {
                Some(secret) => {
                    spent |= is_key(secret.expose().as_bytes());
                    parts.push((scheme.kind, secret));
                }
                None => missing.push(*scheme),
            }
        }
        // One key is not several: it is sent where it can be meant for one scheme only, and for no other before.
        let mut open = missing.iter().filter(|scheme| !is_other(scheme));
        if let (Some(key), false, Some(only), None) =
            (&self.api_key, spent, open.next(), open.next())
        {
            parts.push((only.kind, key));
            missing.retain(is_other);
        }
        Found {
            parts,
            missing,
            spent,
        }
    }
}

impl Outgoing {
    /// A header that the caller has set: in this call, by a parameter, or for all calls.
    fn given<'o>(&'o self, name: &str, defaults: &'o HeaderMap) -> Option<&'o [u8]> {
        let param = || {
            self.params.iter().find_map(|(param, written)| {
                let here = param.place == Place::Header && param.name.eq_ignore_ascii_case(name);
                match written {
                    Written::Text(text) if here => Some(text.as_bytes()),
                    Written::Text(_) | Written::Pairs(_) | Written::Nothing => None,
                }
            })
        };
        let own = self.headers.get(name).map(HeaderValue::as_bytes);
        own.or_else(param)
            .or_else(|| defaults.get(name).map(HeaderValue::as_bytes))
    }
}

/// What a caller has set where a scheme has its place among the headers.
fn there<'h>(kind: SchemeKind, to: &'h Outgoing, defaults: &'h HeaderMap) -> Option<&'h [u8]> {
    match kind {
        SchemeKind::HeaderKey(name) => to.given(name, defaults),
        SchemeKind::Basic | SchemeKind::Bearer | SchemeKind::Http(_) => {
            to.given(AUTHORIZATION.as_str(), defaults)
        }
        SchemeKind::CookieKey(name) => {
            let cookies = to.given(COOKIE.as_str(), defaults)?;
            let mut pairs = cookies.split(|byte| *byte == b';');
            pairs.find_map(|pair| {
                let pair = pair.trim_ascii().strip_prefix(name.as_bytes())?;
                pair.strip_prefix(b"=")
            })
        }
        SchemeKind::QueryKey(_) | SchemeKind::Other(_) => None,
    }
}

/// What there is of one alternative, and what there is not.
struct Found<'c> {
    parts: Vec<(SchemeKind, &'c Secret)>,
    missing: Vec<Scheme>,
    /// Whether the key that is meant for what is missing has its place already.
    spent: bool,
}

fn is_other(scheme: &Scheme) -> bool {
    matches!(scheme.kind, SchemeKind::Other(_))
}

fn missing(api: &Api, found: &[Found<'_>]) -> String {
    let alternatives = found.iter().map(|found| {
        let names: Vec<_> = found.missing.iter().map(|scheme| scheme.name).collect();
        names.join(" and ")
    });
    let alternatives = alternatives.collect::<Vec<_>>().join(" or ");
    let several = found.iter().flat_map(|found| &found.missing);
    let several = several.filter_map(|scheme| {
        let variable = scheme.variable?;
        Some(format!("{variable} or `credential({:?}, …)`", scheme.name))
    });
    let several: BTreeSet<_> = several.collect();
    let each = (!several.is_empty()).then(|| {
        let all = several.into_iter().collect::<Vec<_>>().join(", ");
        format!("each of {all}, since one key is not sent as several")
    });
    let is_one = |found: &Found| {
        !found.spent && found.missing.iter().filter(|one| !is_other(one)).count() == 1
    };
    let one = found.iter().any(is_one).then(|| {
        let how = "`api_key`, `bearer_token`, `basic_auth`, `credential`";
        format!("{}_API_KEY or one of {how}", api.env_prefix)
    });
    let what = one
        .into_iter()
        .chain(each)
        .collect::<Vec<_>>()
        .join("; or ");
    format!(
        "no credential for {alternatives}: set, for `Client::from_env` or on the builder, {what}"
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
                .push(format!("{name}={}", cookie_value(secret.expose())));
            Ok(())
        }
        SchemeKind::Bearer => authorize("Bearer", secret.expose(), to),
        SchemeKind::Http(word) => authorize(word, secret.expose(), to),
        SchemeKind::Other(name) => Err(Error::refused(format!(
            "`{name}` is more than a credential in a request: give the builder an `http_client` or `transport` that \
             does it, and no credential"
        ))),
        SchemeKind::Basic => {
            let secret = secret.expose();
            if let Some((_, password)) = secret.split_once(':') {
                to.secrets.push(password.into());
            }
            // A user name alone is one without a password.
            let end = if secret.contains(':') { "" } else { ":" };
            authorize("Basic", &base64(format!("{secret}{end}").as_bytes()), to)
        }
    }
}

fn authorize(word: &str, credential: &str, to: &mut Outgoing) -> Result<(), Error> {
    let value = sensitive(&format!("{word} {credential}"))?;
    to.headers.insert(AUTHORIZATION, value);
    Ok(())
}

/// A text as the value of a cookie: what RFC 6265 allows in one stays as it is.
fn cookie_value(text: &str) -> String {
    let written = text.bytes().map(|byte| match byte {
        b'!' | b'#'..=b'+' | b'-'..=b':' | b'<'..=b'[' | b']'..=b'~' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    });
    written.collect()
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
    use http::{HeaderMap, HeaderValue};

    use super::{AUTHORIZATION, Credentials, Outgoing, SchemeKind, base64, insert, sign};
    use crate::api::API;
    use crate::runtime::{Api, Route, Scheme, Verb};

    /// An API whose calls need a key, a version and a cookie at once.
    const SEVERAL: Api = Api {
        env_prefix: "TOOLS",
        schemes: &[
            Scheme {
                name: "Key",
                kind: SchemeKind::HeaderKey("x-key"),
                variable: Some("TOOLS_KEY"),
            },
            Scheme {
                name: "Version",
                kind: SchemeKind::HeaderKey("x-version"),
                variable: Some("TOOLS_VERSION"),
            },
            Scheme {
                name: "Token",
                kind: SchemeKind::Bearer,
                variable: Some("TOOLS_TOKEN"),
            },
            Scheme {
                name: "Digest",
                kind: SchemeKind::Other("digest"),
                variable: None,
            },
        ],
        ..API
    };
    const ROUTE: Route =
        Route::new("use", Verb::Get, "/use").auth(&[&["Key", "Version", "Token", "Digest"]]);

    fn headers(credentials: &Credentials) -> Result<String, String> {
        headers_beside(&HeaderMap::new(), credentials)
    }

    fn headers_beside(defaults: &HeaderMap, credentials: &Credentials) -> Result<String, String> {
        let mut to = Outgoing::default();
        let signed = sign(credentials, &SEVERAL, &ROUTE, defaults, &mut to);
        signed.map_err(|error| error.to_string())?;
        let pairs = to.headers.iter();
        let pairs = pairs.map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()));
        let mut pairs: Vec<_> = pairs.collect();
        pairs.sort();
        Ok(pairs.join(", "))
    }

    #[test]
    fn one_key_is_not_sent_as_several() {
        let mut credentials = Credentials {
            api_key: Some("secret".into()),
            ..Credentials::default()
        };
        assert_eq!(
            headers(&credentials).unwrap_err(),
            "no credential for Key and Version and Token and Digest: set, for `Client::from_env` or on the builder, \
             each of TOOLS_KEY or `credential(\"Key\", …)`, TOOLS_TOKEN or `credential(\"Token\", …)`, \
             TOOLS_VERSION or `credential(\"Version\", …)`, since one key is not sent as several"
        );
        credentials.named.push(("Version".into(), "1".into()));
        assert!(headers(&credentials).is_err());
        credentials.named.push(("Token".into(), "t".into()));
        let general = credentials.api_key.take();
        assert_eq!(
            headers(&credentials).unwrap_err(),
            "no credential for Key and Digest: set, for `Client::from_env` or on the builder, TOOLS_API_KEY or one of \
             `api_key`, `bearer_token`, `basic_auth`, `credential`; or each of TOOLS_KEY or `credential(\"Key\", …)`, \
             since one key is not sent as several"
        );
        credentials.api_key = general;
        credentials.named.pop();
        // Now it can only be meant for the key.
        credentials.bearer = Some("token".into());
        assert_eq!(
            headers(&credentials).unwrap(),
            "authorization: Bearer token, x-key: secret, x-version: 1"
        );
        // Nothing makes a digest of what is given for one.
        credentials.named.push(("Digest".into(), "x".into()));
        assert!(
            headers(&credentials)
                .unwrap_err()
                .contains("`digest` is more than")
        );
    }

    fn named(pairs: &[(&str, &str)]) -> Credentials {
        let pairs = pairs.iter();
        Credentials {
            api_key: Some("secret".into()),
            named: pairs
                .map(|(name, secret)| ((*name).to_owned(), (*secret).into()))
                .collect(),
            ..Credentials::default()
        }
    }

    #[test]
    fn headers_that_are_there_count_as_given() {
        let mut defaults = HeaderMap::new();
        defaults.insert("x-version", HeaderValue::from_static("2"));
        defaults.insert("authorization", HeaderValue::from_static("Bearer own"));
        // What is left is one scheme, which the key fills; what is there is neither sent twice nor changed.
        let given = named(&[("Token", "of the client"), ("Version", "1")]);
        assert_eq!(headers_beside(&defaults, &given).unwrap(), "x-key: secret");
        assert_eq!(
            headers_beside(&defaults, &named(&[])).unwrap(),
            "x-key: secret"
        );
        defaults.insert("x-key", HeaderValue::from_static("other"));
        assert_eq!(headers_beside(&defaults, &named(&[])).unwrap(), "");
    }

    #[test]
    fn a_key_that_has_its_place_fills_no_other() {
        let why = "no credential for Version and Digest: set, for `Client::from_env` or on the builder, each of \
                   TOOLS_VERSION or `credential(\"Version\", …)`, since one key is not sent as several";
        let twice = named(&[("Key", "secret"), ("Token", "t")]);
        assert_eq!(headers(&twice).unwrap_err(), why);
        let mut defaults = HeaderMap::new();
        defaults.insert("authorization", HeaderValue::from_static("Bearer secret"));
        let other = named(&[("Key", "another")]);
        assert_eq!(headers_beside(&defaults, &other).unwrap_err(), why);
        assert!(headers(&named(&[("Key", "another"), ("Token", "t")])).is_ok());
    }

    #[test]
    fn schemes_of_http_are_named_and_cookies_stay_readable() {
        let mut to = Outgoing::default();
        insert(SchemeKind::Http("DPoP"), &"abc".into(), &mut to).unwrap();
        insert(SchemeKind::CookieKey("sid"), &"a+/=b; \"ü".into(), &mut to).unwrap();
        assert_eq!(to.headers[AUTHORIZATION], "DPoP abc");
        assert_eq!(to.cookies, ["sid=a+/=b%3B%20%22%C3%BC"]);
    }

    #[test]
    fn a_user_name_alone_has_no_password() {
        for (secret, sent) in [
            ("user", "Basic dXNlcjo="),
            ("user:pw", "Basic dXNlcjpwdw=="),
        ] {
            let mut to = Outgoing::default();
            insert(SchemeKind::Basic, &secret.into(), &mut to).unwrap();
            assert_eq!(to.headers[AUTHORIZATION], sent);
            let password = secret.split_once(':').map(|(_, password)| password);
            let secrets = to.secrets.iter().map(super::Secret::expose);
            assert_eq!(secrets.collect::<Vec<_>>(), Vec::from_iter(password));
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
