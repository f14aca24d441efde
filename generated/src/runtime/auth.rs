//! Credentials, and the headers that hold some.

use http::header::{AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION};
use http::{HeaderMap, HeaderName};

use super::endpoint::{Api, Scheme, SchemeKind};
use super::secret::Secret;
use crate::error::Error;

/// What a caller has given to identify itself.
#[derive(Default)]
pub(crate) struct Credentials {
    /// For the one scheme of an alternative that has no credential of its own.
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
    pub(crate) fn secrets(&self) -> Vec<&Secret> {
        let mut secrets = Vec::new();
        for general in [&self.api_key, &self.bearer, &self.basic] {
            secrets.extend(general);
        }
        for (_, secret) in &self.named {
            secrets.push(secret);
        }
        secrets
    }

    /// Refuses what would never be sent: a credential for which the document has no scheme.
    pub(crate) fn check(&self, api: &Api) -> Result<(), Error> {
        if self.omitted || self.secrets().is_empty() {
            return Ok(());
        }
        if api.schemes.is_empty() {
            return Err(Error::refused(format!(
                "the document of {} asks for no credential, so that none is ever sent: what a gateway wants all the \
                 same is set by `default_header`",
                api.title
            )));
        }
        for (name, _) in &self.named {
            if !api.schemes.iter().any(|scheme| scheme.name == name) {
                let known = api.schemes.iter();
                let known: Vec<_> = known.map(|scheme| format!("{:?}", scheme.name)).collect();
                return Err(Error::refused(format!(
                    "no call of {} asks for a credential {name:?}; those that are asked for: {}",
                    api.title,
                    known.join(", ")
                )));
            }
        }
        Ok(())
    }
}

/// Whether a header of this name shows who sends a request.
pub(crate) fn identifies(api: &Api, name: &HeaderName) -> bool {
    let is_key = |scheme: &Scheme| match scheme.kind {
        SchemeKind::HeaderKey(key) => name.as_str().eq_ignore_ascii_case(key),
        SchemeKind::QueryKey(_)
        | SchemeKind::CookieKey(_)
        | SchemeKind::Basic
        | SchemeKind::Bearer
        | SchemeKind::Http(_)
        | SchemeKind::Other(_) => false,
    };
    [AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION].contains(name) || api.schemes.iter().any(is_key)
}

/// Marks the headers that show who sends a request, whoever has set them, and gives the secrets in them.
pub(crate) fn guard(api: &Api, headers: &mut HeaderMap) -> Vec<Secret> {
    let mut secrets = Vec::new();
    for (name, value) in headers {
        if identifies(api, name) {
            value.set_sensitive(true);
            let text = String::from_utf8_lossy(value.as_bytes());
            secrets.extend(secrets_of(name, &text));
        }
    }
    secrets
}

/// The secrets in such a header: what is behind the `Bearer`, or the values of cookies.
fn secrets_of(name: &HeaderName, text: &str) -> Vec<Secret> {
    let mut secrets = Vec::new();
    if name == COOKIE {
        for pair in text.split(';') {
            if let Some((_, value)) = pair.split_once('=') {
                secrets.push(value.trim().into());
            }
        }
    } else {
        let has_word = name == AUTHORIZATION || name == PROXY_AUTHORIZATION;
        let secret = match text.split_once(' ') {
            Some((_, behind)) if has_word => behind.trim(),
            _ => text,
        };
        secrets.push(secret.into());
    }
    secrets
}
