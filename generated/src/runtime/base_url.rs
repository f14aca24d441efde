//! Where requests go: what a base URL may be, and what may go to it.

use http::HeaderMap;
use reqwest::Url;

use super::auth::{Credentials, identifies};
use super::endpoint::Api;
use crate::error::{Error, Result};

/// Says what to do where there is no base URL.
pub(crate) fn no_base_url(api: &Api) -> String {
    let reason = match api.retired {
        Some(day) => format!("the service of {} ended on {day}", api.title),
        None if api.servers.is_empty() => format!("the document of {} names no server", api.title),
        None => format!("the host of {} is the caller's to say", api.title),
    };
    format!(
        "no base URL, and {reason}: set {}_BASE_URL for `Client::from_env`, or use \
         `Client::builder().base_url(…)`",
        api.env_prefix
    )
}

/// The base URL in this text.
pub(crate) fn parse_base(text: &str) -> Result<Url> {
    // The text is not repeated: it may hold a password.
    let url = Url::parse(text.trim())
        .map_err(|error| Error::refused(format!("the base URL cannot be read: {error}")))?;
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() {
        return Err(Error::refused(
            "the base URL must begin with https:// or http:// and a host",
        ));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Error::refused(
            "the base URL holds a name or password; give them to `basic_auth` instead",
        ));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(Error::refused(
            "the base URL holds a `?` or `#`; it must end with a path",
        ));
    }
    Ok(url)
}

/// Whether requests with these headers may carry what others must not read.
pub(crate) fn carries_secret(api: &Api, credentials: &Credentials, headers: &HeaderMap) -> bool {
    let mut headers = headers.iter();
    !api.schemes.is_empty()
        || !credentials.secrets().is_empty()
        || headers.any(|(name, value)| value.is_sensitive() || identifies(api, name))
}

/// Refuses to send secrets in the clear, unless the host is this machine or was allowed by name.
pub(crate) fn check_scheme(url: &Url, allowed: &[String]) -> Result<()> {
    let host = url.host_str().unwrap_or_default();
    let fine = url.scheme() == "https"
        || is_loopback(host)
        || allowed.iter().any(|name| name.eq_ignore_ascii_case(host));
    if fine {
        return Ok(());
    }
    Err(Error::refused(format!(
        "http:// to {host} would send a key, token or cookie in the clear; use https://, or allow it by \
         `Client::builder().allow_insecure_host({host:?})`"
    )))
}

/// Whether this host is the machine itself.
pub(crate) fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    match bare.parse::<std::net::IpAddr>() {
        Ok(address) => address.is_loopback(),
        Err(_) => host == "localhost" || host.ends_with(".localhost"),
    }
}
