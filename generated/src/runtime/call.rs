//! A call: what is sent, and the options of this one time.

use std::any::type_name;
use std::fmt;
use std::future::IntoFuture;
use std::marker::PhantomData;
use std::time::Duration;

use bytes::Bytes;
use http::HeaderValue;
use serde::Serialize;
use serde_json::Value;

use super::answer::{Answer, Decode};
#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
use super::blocking::wait;
use super::endpoint::{Endpoint, Framing, Route, media_of};
use super::exchange::Exchange;
use super::limits::Limits;
use super::meta::{Meta, Response};
use super::param::{Param, percent_encode};
use super::request::{Kind as Wanted, Outgoing, Payload};
use super::trace::Trace;
use super::transport::BoxFuture;
use crate::client::Client;
use crate::error::{Error, Kind, Result};

/// A call with one whole answer.
#[derive(Debug, Clone, Copy)]
pub struct Once;

/// A call that is made but not sent yet; `.await` sends it.
///
/// Everything is in bytes already, so a call borrows nothing, and can be cloned, kept and moved to another task.
/// What was wrong in making it is told when it is sent, before anything goes out.
#[must_use = "a call is sent by `.await` or `.send()`"]
pub struct Call<Op, Mode = Once> {
    pub(crate) draft: Draft,
    marker: PhantomData<fn() -> (Op, Mode)>,
}

/// What does not depend on the endpoint's types.
#[derive(Clone)]
pub(crate) struct Draft {
    pub(crate) client: Client,
    outgoing: Outgoing,
    pub(crate) limits: Limits,
    retries: Option<u32>,
    problem: Option<Error>,
}

impl<Op, Mode> Clone for Call<Op, Mode> {
    fn clone(&self) -> Self {
        Self {
            draft: self.draft.clone(),
            marker: PhantomData,
        }
    }
}

impl<Op, Mode> fmt::Debug for Call<Op, Mode> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Call<{}>", type_name::<Op>())
    }
}

impl<Op, Mode> Call<Op, Mode> {
    /// A call without parameters and body.
    #[doc(hidden)]
    pub fn new(client: &Client) -> Self {
        let draft = Draft {
            client: client.clone(),
            outgoing: Outgoing::default(),
            limits: client.settings.limits,
            retries: None,
            problem: None,
        };
        Self {
            draft,
            marker: PhantomData,
        }
    }

    /// How long this call may take, retries included; for a stream, how long until it begins. `None` for no limit.
    pub fn timeout(mut self, limit: impl Into<Option<Duration>>) -> Self {
        let limit = limit.into();
        self.draft.limits.answer = limit;
        self.draft.limits.stream_start = limit;
        self
    }

    /// How often this request may be sent again, a `POST` too; 0 for never. See [`RetryPolicy`](super::RetryPolicy).
    pub fn retries(mut self, retries: u32) -> Self {
        self.draft.retries = Some(retries);
        self
    }

    /// One more header, in place of any other of its name, be it a credential.
    pub fn header(self, name: &str, value: &str) -> Self {
        self.change(|outgoing, _| outgoing.header(name, &header_value(name, value)?))
    }

    /// One more pair in the query.
    pub fn query(self, name: &str, value: &str) -> Self {
        self.change(|outgoing, _| {
            outgoing
                .query
                .push((percent_encode(name).into(), percent_encode(value)));
            Ok(())
        })
    }

    /// A key by which the server or a gateway can tell that a request came twice; all attempts carry the same. One
    /// that does not know such keys carries each attempt out.
    ///
    /// The header is `idempotency-key` unless the client was given another name.
    pub fn idempotency_key(self, key: &str) -> Self {
        self.change(|outgoing, client| {
            let name = &client.settings.idempotency_header;
            outgoing.header(name, &header_value(name, key)?)
        })
    }

    /// One more member of the body, for what a gateway wants and the schema does not know; in a multipart body, one
    /// more part. A call that was given no body has none to add to, and is refused.
    pub fn extra(self, name: &str, value: impl Into<Value>) -> Self {
        self.change(|outgoing, _| {
            outgoing.extra.retain(|(known, _)| known != name);
            outgoing.extra.push((name.to_owned(), value.into()));
            Ok(())
        })
    }

    /// Sets a parameter of the endpoint.
    #[doc(hidden)]
    pub fn param<T: Serialize + ?Sized>(self, param: Param<'static>, value: &T) -> Self {
        self.change(|outgoing, _| outgoing.param(param, value))
    }

    /// Sets the body to JSON.
    #[doc(hidden)]
    pub fn json<T: Serialize + ?Sized>(self, body: &T) -> Self {
        self.payload(|| Payload::json("application/json", body))
    }

    /// Sets the body to JSON under a media type of its own: `application/scim+json`.
    #[doc(hidden)]
    pub fn json_as<T: Serialize + ?Sized>(self, media: &str, body: &T) -> Self {
        self.payload(|| Payload::json(media, body))
    }

    /// Sets the body to text.
    #[doc(hidden)]
    pub fn text(self, body: impl Into<String>) -> Self {
        self.bytes("text/plain; charset=utf-8", body.into())
    }

    /// Sets the body to bytes of a media type.
    #[doc(hidden)]
    pub fn bytes(self, media: &str, body: impl Into<Bytes>) -> Self {
        self.payload(|| Payload::new(media, body))
    }

    /// Sets the body, or keeps for later why it cannot be written.
    pub(crate) fn payload(
        self,
        write: impl FnOnce() -> std::result::Result<Payload, Error>,
    ) -> Self {
        self.change(|outgoing, _| outgoing.payload(write))
    }

    /// Changes the request; the first problem is kept until the call is sent.
    pub(super) fn change(
        mut self,
        make: impl FnOnce(&mut Outgoing, &Client) -> Result<()>,
    ) -> Self {
        let Draft {
            client,
            outgoing,
            problem,
            ..
        } = &mut self.draft;
        if problem.is_none() {
            *problem = make(outgoing, client).err();
        }
        self
    }
}

impl<Op: Endpoint> Call<Op, Once> {
    /// Sends the call and gives the value of the answer back.
    pub async fn send(self) -> Result<<Op::Reply as Decode>::Value> {
        self.send_with_meta().await.map(Response::into_value)
    }

    /// Sends the call and gives the value back with status, headers, attempts, times, and the body as it came.
    pub async fn send_with_meta(self) -> Result<Response<<Op::Reply as Decode>::Value>> {
        let (exchange, meta, body) = self
            .draft
            .fetch(&Op::ROUTE, Op::Reply::ACCEPT, Op::Reply::accepts)
            .await?;
        let answer = Answer::new(meta.status(), meta.headers(), &body);
        match Op::Reply::decode(&answer) {
            Ok(value) => Ok(Response::new(value, meta, body)),
            Err(error) => {
                let error = undecodable(&error.to_string(), error.path, meta, body);
                Err(exchange.ended(error))
            }
        }
    }
}

#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
impl<Op: Endpoint> Call<Op, Once> {
    /// Sends the call and waits for the value of the answer, on a thread without an async runtime.
    ///
    /// Inside one there is an error that [`is_refused`](Error::is_refused), since waiting would stop other tasks;
    /// threads begun by `tokio::task::spawn_blocking` count as inside.
    pub fn send_blocking(self) -> Result<<Op::Reply as Decode>::Value> {
        wait(self.send())?
    }

    /// Does the same, and gives the value back with status, headers, attempts, times, and the body as it came.
    pub fn send_blocking_with_meta(self) -> Result<Response<<Op::Reply as Decode>::Value>> {
        wait(self.send_with_meta())?
    }
}

impl<Op: Endpoint> IntoFuture for Call<Op, Once> {
    type Output = Result<<Op::Reply as Decode>::Value>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl Draft {
    /// Sends the request and reads the whole answer.
    async fn fetch(
        self,
        route: &Route,
        accept: &'static str,
        accepts: fn(http::StatusCode) -> bool,
    ) -> Result<(Exchange, Meta, Bytes)> {
        let limit = self.limits.answer;
        let wanted = Wanted {
            accept: route.accept.unwrap_or(accept),
            streaming: false,
        };
        let mut exchange = self.exchange(route, wanted, limit)?;
        let begun = exchange.begin(accepts).await?;
        let (meta, body) = exchange.read(begun).await?;
        Ok((exchange, meta, body))
    }

    /// The request in bytes, ready to be sent.
    pub(crate) fn exchange(
        mut self,
        route: &Route,
        wanted: Wanted,
        limit: Option<Duration>,
    ) -> Result<Exchange> {
        let named = |error: Error| error.with(|details| details.endpoint = Some(route.name));
        if let Some(problem) = self.problem {
            return Err(named(problem.scrubbed(&self.outgoing.secrets)));
        }
        if let Some(member) = route.switch {
            self.outgoing
                .switch(member, wanted.streaming)
                .map_err(named)?;
        }
        let sealed = self
            .outgoing
            .seal(&self.client, route, wanted)
            .map_err(named)?;
        let mut retry = self.client.settings.retry.clone();
        retry.retries = self.retries.unwrap_or(retry.retries);
        let provider = self.client.settings.api.env_prefix;
        let trace = Trace::new(provider, route, &sealed.url, wanted.streaming);
        Ok(Exchange::new(self.client, sealed, retry, limit, trace))
    }
}

fn header_value(name: &str, value: &str) -> Result<HeaderValue> {
    HeaderValue::from_str(value).map_err(|_| {
        let name = name.escape_debug();
        Error::refused(format!(
            "header `{name}` holds a character that a header cannot carry (a line end?)"
        ))
    })
}

/// The error of an answer that does not have the documented form.
fn undecodable(why: &str, path: Option<String>, meta: Meta, body: Bytes) -> Error {
    let start = body.trim_ascii_start();
    let media = media_of(meta.headers()).unwrap_or_default();
    let error = if start.is_empty() {
        Error::new(Kind::Decode, "the answer has no body")
    } else if start.starts_with(b"<") {
        let message = "the answer is an HTML page, so it may come from a proxy";
        Error::new(Kind::Unexpected, message)
    } else if Framing::of(&media).is_some() {
        let message = format!("the answer is a stream (`{media}`) and one value was asked for");
        Error::new(Kind::Unexpected, message)
    } else {
        Error::new(Kind::Decode, format!("the answer cannot be read: {why}"))
    };
    error.with(|details| {
        details.meta = Some(meta);
        details.path = path;
        details.body = Some(body);
    })
}
