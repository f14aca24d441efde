//! A request in the making: parameters, headers, body, and how they become bytes.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fmt;

use bytes::Bytes;
use http::header::{ACCEPT, ACCEPT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri};
use reqwest::Url;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::auth::guard;
use super::endpoint::{Route, Verb};
use super::param::{Param, Place, Written};
use super::secret::{Secret, collect};
use crate::client::Client;
use crate::error::Error;

/// A request in the making.
#[derive(Clone, Default)]
pub(crate) struct Outgoing {
    pub(super) params: Vec<(Param<'static>, Written)>,
    /// Pairs of the query in written form.
    pub(crate) query: Vec<(Cow<'static, str>, String)>,
    /// Headers beside those that every request has.
    pub(crate) headers: HeaderMap,
    /// Cookies in written form.
    pub(crate) cookies: Vec<String>,
    body: Option<Payload>,
    /// Members to add to the body.
    pub(crate) extra: Vec<(String, Value)>,
    /// The secrets in all of this.
    pub(crate) secrets: Vec<Secret>,
}

/// The body of a request.
#[derive(Clone)]
pub struct Payload {
    media: HeaderValue,
    bytes: Bytes,
    extend: Option<Extend>,
}

impl Payload {
    /// Bytes of this media type.
    pub fn new(media: &str, bytes: impl Into<Bytes>) -> Result<Self, Error> {
        let media = HeaderValue::from_str(media)
            .map_err(|_| Error::refused(format!("`{}` is no media type", media.escape_debug())))?;
        Ok(Self {
            media,
            bytes: bytes.into(),
            extend: None,
        })
    }

    /// A value as JSON under this media type.
    pub fn json<T: Serialize + ?Sized>(media: &str, value: &T) -> Result<Self, Error> {
        let bytes = serde_json::to_vec(value).map_err(|error| Error::refused(error.to_string()))?;
        Ok(Self::new(media, bytes)?.extended_by(spliced))
    }

    /// Says how members are added to the body, where they can be.
    pub(super) fn extended_by(mut self, extend: Extend) -> Self {
        self.extend = Some(extend);
        self
    }

    /// The body with more members.
    fn extended(mut self, extra: &[(String, Value)]) -> Result<Self, Error> {
        let extend = self.extend.ok_or_else(|| {
            Error::refused("members can only be added to a JSON, form or multipart body")
        })?;
        let media = self.media.to_str().unwrap_or_default();
        self.bytes = extend(media, &self.bytes, Extra(extra))?;
        Ok(self)
    }
}

/// How members are added to a body of this media type.
pub(super) type Extend = fn(media: &str, body: &[u8], extra: Extra<'_>) -> Result<Bytes, Error>;

/// The members to add, as an object.
#[derive(Clone, Copy)]
pub(super) struct Extra<'e>(&'e [(String, Value)]);

impl Serialize for Extra<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl fmt::Debug for Payload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Payload")
            .field("media", &self.media)
            .field("bytes", &self.bytes.len())
            .finish_non_exhaustive()
    }
}

impl Outgoing {
    /// Sets a parameter; a second value of the same one replaces the first.
    pub(crate) fn param<T: Serialize + ?Sized>(
        &mut self,
        param: Param<'static>,
        value: &T,
    ) -> Result<(), Error> {
        let (written, secrets) = collect(|| param.write(value));
        let written = written
            .map_err(|error| Error::refused(format!("parameter `{}`: {error}", param.name)))?;
        self.secrets.extend(secrets);
        let same = |known: &Param<'_>| known.place == param.place && known.name == param.name;
        self.params.retain(|(known, _)| !same(known));
        self.params.push((param, written));
        Ok(())
    }

    /// Sets the body.
    pub(crate) fn payload(
        &mut self,
        write: impl FnOnce() -> Result<Payload, Error>,
    ) -> Result<(), Error> {
        let (payload, secrets) = collect(write);
        self.body = Some(payload?);
        self.secrets.extend(secrets);
        Ok(())
    }

    /// Sets a header, in place of any other of its name.
    pub(crate) fn header(&mut self, name: &str, value: &HeaderValue) -> Result<(), Error> {
        let name = HeaderName::from_bytes(name.as_bytes())
            .map_err(|_| Error::refused(format!("`{}` is no header name", name.escape_debug())))?;
        self.headers.insert(name, value.clone());
        Ok(())
    }

    /// The members of the body that choose the stream half or the other one.
    pub(crate) fn switch(&mut self, member: &'static str, on: bool) -> Result<(), Error> {
        if self.extra.iter().any(|(name, _)| name == member) {
            let message = format!("`{member}` is set by the choice of the method");
            return Err(Error::refused(message));
        }
        self.extra.push((member.to_owned(), Value::Bool(on)));
        Ok(())
    }

    /// The request as it goes over the wire.
    pub(crate) fn seal(
        mut self,
        client: &Client,
        route: &Route,
        kind: Kind,
    ) -> Result<Sealed, Error> {
        let settings = &client.settings;
        if let Some(sign) = settings.api.sign {
            let (credentials, headers) = (&settings.credentials, &settings.headers);
            sign(credentials, &settings.api, route, headers, &mut self)?;
        }
        let body = self.sealed_body(route)?;
        let url = self.url(client, route)?;
        let mut headers = self.shared_headers(client, kind)?;
        if let Some(body) = &body {
            headers.insert(CONTENT_TYPE, body.media.clone());
        }
        let is_empty = body.as_ref().is_none_or(|body| body.bytes.is_empty());
        // Servers expect a length of what could have a body.
        if is_empty && matches!(route.verb, Verb::Post | Verb::Put | Verb::Patch) {
            headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
        for (name, value) in std::mem::take(&mut self.headers) {
            // Repeated headers of one name come as one `Some` and then `None`s; ours never repeat.
            if let Some(name) = name {
                headers.insert(name, value);
            }
        }
        // No key goes over the air in the clear.
        settings.check(&url, &headers)?;
        self.secrets.extend(guard(&settings.api, &mut headers));
        for secret in settings.credentials.secrets() {
            self.secrets.push(secret.clone());
        }
        // A secret can be a part of another one, of which nothing must be left.
        self.secrets
            .sort_by_key(|secret| Reverse(secret.expose().len()));
        Ok(Sealed {
            endpoint: route.name,
            method: route.verb.method(),
            url,
            headers,
            body: body.map(|body| body.bytes).unwrap_or_default(),
            secrets: self.secrets,
        })
    }

    /// The headers that every request has, the client's own, and those of parameters.
    fn shared_headers(&mut self, client: &Client, kind: Kind) -> Result<HeaderMap, Error> {
        let settings = &client.settings;
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, HeaderValue::from_static(kind.accept));
        if kind.streaming {
            // A proxy that compresses also holds back what is to come at once.
            headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
        }
        headers.insert(USER_AGENT, settings.user_agent.clone());
        for (name, value) in &settings.headers {
            headers.insert(name.clone(), value.clone());
        }
        for (param, written) in &self.params {
            if let Written::Text(text) = written
                && param.place == Place::Header
            {
                let name = HeaderName::from_bytes(param.name.as_bytes())
                    .map_err(|_| Error::refused(format!("`{}` is no header name", param.name)))?;
                headers.insert(name, self.header_value(param, text)?);
            }
        }
        let mut cookies = self.cookie_pairs();
        if !cookies.is_empty() {
            if let Some(own) = headers.get(COOKIE) {
                cookies.insert(0, String::from_utf8_lossy(own.as_bytes()).into_owned());
            }
            let mut value = HeaderValue::from_str(&cookies.join("; "))
                .map_err(|_| Error::refused("a cookie cannot be written in a header"))?;
            value.set_sensitive(true);
            headers.insert(COOKIE, value);
        }
        Ok(headers)
    }

    fn header_value(&self, param: &Param<'_>, text: &str) -> Result<HeaderValue, Error> {
        let mut value = HeaderValue::from_bytes(text.as_bytes()).map_err(|_| {
            Error::refused(format!(
                "header `{}` holds a character that a header cannot carry (a line end?)",
                param.name
            ))
        })?;
        value.set_sensitive(
            self.secrets
                .iter()
                .any(|secret| text.contains(secret.expose())),
        );
        Ok(value)
    }

    fn cookie_pairs(&self) -> Vec<String> {
        let mut cookies = self.cookies.clone();
        for (name, value) in self.pairs(Place::Cookie) {
            cookies.push(format!("{name}={value}"));
        }
        cookies
    }

    fn pairs(&self, place: Place) -> Vec<&(String, String)> {
        let mut here = Vec::new();
        for (param, written) in &self.params {
            if let Written::Pairs(pairs) = written
                && param.place == place
            {
                here.extend(pairs);
            }
        }
        here
    }

    /// The URL, checked: no part of a path can lead out of its place.
    fn url(&self, client: &Client, route: &Route) -> Result<Url, Error> {
        let base = client.settings.base_for(route)?;
        let path = self.filled_path(route)?;
        let mut text = format!("{}{path}", base.as_str().trim_end_matches('/'));
        for (name, value) in self.pairs(Place::Query) {
            add_pair(&mut text, name, value);
        }
        for (name, value) in &self.query {
            add_pair(&mut text, name, value);
        }
        Url::parse(&text)
            .map_err(|error| Error::refused(format!("the URL cannot be built: {error}")))
    }

    /// The path template with its parameters.
    fn filled_path(&self, route: &Route) -> Result<String, Error> {
        let mut path = String::with_capacity(route.path.len() + 32);
        let mut rest = route.path;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            path.push_str(before);
            path.push_str(self.path_param(name)?);
            rest = after;
        }
        path.push_str(rest);
        if path.split('/').any(is_dots) {
            return Err(Error::refused(
                "a path parameter of `.` or `..` would change the path",
            ));
        }
        Ok(path)
    }

    fn path_param(&self, name: &str) -> Result<&str, Error> {
        let found = self
            .params
            .iter()
            .find(|(param, _)| param.place == Place::Path && param.name == name);
        match found {
            Some((_, Written::Text(text))) if !text.is_empty() => Ok(text),
            _ => Err(Error::refused(format!(
                "path parameter `{name}` is empty, which would make it another path"
            ))),
        }
    }

    /// The body with the members that were added to it.
    fn sealed_body(&mut self, route: &Route) -> Result<Option<Payload>, Error> {
        let extra = std::mem::take(&mut self.extra);
        let body = self.body.take();
        if extra.is_empty() {
            return Ok(body);
        }
        let body = match body {
            Some(body) => body,
            // What chooses the stream half is a member of a body, be there anything else in it.
            None if route.switch.is_some() => Payload::json("application/json", &Extra(&[]))?,
            None => {
                let names: Vec<_> = extra.iter().map(|(name, _)| format!("`{name}`")).collect();
                let names = names.join(", ");
                let message = format!("this call has no body to add {names} to");
                return Err(Error::refused(message));
            }
        };
        body.extended(&extra).map(Some)
    }
}

/// What kind of answer a request is for.
#[derive(Clone, Copy)]
pub(crate) struct Kind {
    /// What it accepts.
    pub(crate) accept: &'static str,
    /// Whether the answer is read as it comes.
    pub(crate) streaming: bool,
}

/// A request that can be sent, and sent again.
pub(crate) struct Sealed {
    pub(crate) endpoint: &'static str,
    pub(crate) method: Method,
    pub(crate) url: Url,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) secrets: Vec<Secret>,
}

impl Sealed {
    /// One copy of it; the body's bytes are shared.
    pub(crate) fn request(&self) -> Result<http::Request<Bytes>, Error> {
        let uri = Uri::try_from(self.url.as_str())
            .map_err(|error| Error::refused(format!("the URL cannot be sent: {error}")))?;
        let mut request = http::Request::new(self.body.clone());
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = uri;
        *request.headers_mut() = self.headers.clone();
        Ok(request)
    }
}

/// Adds to the query of a URL; some documents begin it in the path.
fn add_pair(url: &mut String, name: &str, value: &str) {
    url.push(if url.contains('?') { '&' } else { '?' });
    url.push_str(name);
    url.push('=');
    url.push_str(value);
}

/// A part of a path that URLs take as a step: `.`, `..`, also as `%2e`.
fn is_dots(segment: &str) -> bool {
    let plain = segment.to_ascii_lowercase().replace("%2e", ".");
    plain == "." || plain == ".."
}

/// The names of an object's members.
struct Members(BTreeSet<String>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(NameReader).map(Self)
    }
}

struct NameReader;

impl<'de> Visitor<'de> for NameReader {
    type Value = BTreeSet<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut names = BTreeSet::new();
        while let Some((name, IgnoredAny)) = members.next_entry()? {
            names.insert(name);
        }
        Ok(names)
    }
}

/// A JSON object with more members at its end.
fn spliced(_: &str, body: &[u8], Extra(extra): Extra<'_>) -> Result<Bytes, Error> {
    let known: Members = serde_json::from_slice(body)
        .map_err(|_| Error::refused("members can only be added to a body that is an object"))?;
    for (name, _) in extra {
        if known.0.contains(name) {
            let message = format!("the request has a member `{name}` already");
            return Err(Error::refused(message));
        }
    }
    let body = body.trim_ascii_end();
    let mut joined = body.strip_suffix(b"}").unwrap_or(body).to_vec();
    let mut glue = if known.0.is_empty() { "" } else { "," };
    for (name, value) in extra {
        let member = format!("{glue}{}:{value}", Value::from(name.as_str()));
        joined.extend_from_slice(member.as_bytes());
        glue = ",";
    }
    joined.push(b'}');
    Ok(joined.into())
}
