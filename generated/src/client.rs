//! The client and how one is made.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::header::USER_AGENT;
use http::{HeaderMap, HeaderName, HeaderValue};
use reqwest::Url;

use crate::api::API;
use crate::error::{Error, Result};
use crate::runtime::{
    Api, Credentials, Limits, Network, RetryPolicy, Route, Secret, Transport, carries_secret,
    check_scheme, is_loopback, no_base_url, parse_base,
};

/// The connection limit of a client that makes its own connections.
const CONNECT: Duration = Duration::from_secs(10);

/// How requests to the API are sent. Cheap to clone; all clones share their connections.
///
/// Every endpoint is a method. Clients come from [`Client::from_env`] or from [`Client::builder`].
#[derive(Clone)]
pub struct Client {
    pub(crate) settings: Arc<Settings>,
}

pub(crate) struct Settings {
    pub(crate) api: Api,
    base_url: Option<Url>,
    pub(crate) credentials: Credentials,
    pub(crate) headers: HeaderMap,
    pub(crate) user_agent: HeaderValue,
    pub(crate) idempotency_header: String,
    pub(crate) limits: Limits,
    pub(crate) retry: RetryPolicy,
    pub(crate) strict: bool,
    pub(crate) insecure_hosts: Vec<String>,
    pub(crate) transport: Arc<dyn Transport>,
}

impl Client {
    /// A client with settings of your own.
    pub fn builder() -> Builder {
        Builder::new()
    }

    /// A client with the credential and the base URL of the environment.
    ///
    /// The names of the variables begin with the API's own name in capitals: `…_API_KEY`, which may be missing where
    /// not every call needs it, and `…_BASE_URL`, which may be missing where the document names a server that still
    /// runs. Where a call needs several credentials at once, each has a variable of its own, called after its
    /// scheme. They are read now and not again.
    pub fn from_env() -> Result<Self> {
        Builder::from_env()?.build()
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let host = self.settings.base_url.as_ref().and_then(Url::host_str);
        f.debug_struct("Client")
            .field("host", &host)
            .field("limits", &self.settings.limits)
            .finish_non_exhaustive()
    }
}

impl Settings {
    /// Refuses a URL at which others could read what a request carries.
    pub(crate) fn check(&self, url: &Url, headers: &HeaderMap) -> Result<()> {
        if carries_secret(&self.api, &self.credentials, headers) {
            check_scheme(url, &self.insecure_hosts)?;
        }
        Ok(())
    }

    /// Where the requests of a route go: what the caller said, the route's own server, the document's.
    pub(crate) fn base_for(&self, route: &Route) -> Result<Url> {
        if let Some(base) = &self.base_url {
            return Ok(base.clone());
        }
        match route.server.or(self.api.base_url) {
            Some(text) => parse_base(text),
            None => Err(Error::refused(no_base_url(&self.api))),
        }
    }
}

/// Makes a [`Client`].
///
/// ```
/// use std::time::Duration;
///
/// let client = humanloop::Client::builder()
///     .base_url("https://gateway.example/v4")
///     .timeout(Duration::from_secs(120))
///     .idle_timeout(Duration::from_secs(30))
///     .build()?;
/// # Ok::<(), humanloop::Error>(())
/// ```
#[must_use = "a builder makes a client by `.build()`"]
pub struct Builder {
    api: Api,
    base_url: Option<String>,
    credentials: Credentials,
    headers: HeaderMap,
    user_agent: Option<String>,
    idempotency_header: String,
    connect_timeout: Duration,
    tuned: Tuned,
    limits: Limits,
    retry: RetryPolicy,
    pub(crate) strict: bool,
    insecure_hosts: Vec<String>,
    transport: Option<Arc<dyn Transport>>,
    around: Vec<Around>,
    problem: Option<Error>,
}

/// What is changed of the client's own connections.
pub(crate) type Tuned = fn(reqwest::ClientBuilder) -> reqwest::ClientBuilder;

/// What is put around every attempt.
#[cfg(not(target_arch = "wasm32"))]
type Around = Box<dyn FnOnce(Arc<dyn Transport>) -> Arc<dyn Transport> + Send>;
/// What is put around every attempt; a browser has one thread.
#[cfg(target_arch = "wasm32")]
type Around = Box<dyn FnOnce(Arc<dyn Transport>) -> Arc<dyn Transport>>;

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder").finish_non_exhaustive()
    }
}

impl Default for Builder {
    fn default() -> Self {
        Self::new()
    }
}

impl Builder {
    /// A builder with the defaults that its methods name.
    pub fn new() -> Self {
        Self {
            api: API,
            base_url: None,
            credentials: Credentials::default(),
            headers: HeaderMap::new(),
            user_agent: None,
            idempotency_header: "idempotency-key".to_owned(),
            connect_timeout: CONNECT,
            tuned: |builder| builder,
            limits: Limits::default(),
            retry: RetryPolicy::default(),
            strict: false,
            insecure_hosts: Vec::new(),
            transport: None,
            around: Vec::new(),
            problem: None,
        }
    }

    /// A builder with the credential and the base URL of the environment; see [`Client::from_env`].
    pub fn from_env() -> Result<Self> {
        Self::new().filled(variable)
    }

    /// The builder with what variables say.
    fn filled(mut self, variable: impl Fn(&str) -> Result<Option<String>>) -> Result<Self> {
        let api = self.api;
        let key = format!("{}_API_KEY", api.env_prefix);
        if let Some(secret) = variable(&key)? {
            self = self.api_key(secret);
        }
        let mut names = vec![key.as_str()];
        for scheme in api.schemes {
            let Some(name) = scheme.variable else {
                continue;
            };
            names.push(name);
            if let Some(secret) = variable(name)? {
                self = self.credential(scheme.name, secret);
            }
        }
        if api.secured && self.credentials.secrets().is_empty() {
            let names = names.join(" or ");
            return Err(Error::refused(format!("{names} is not set")));
        }
        if let Some(url) = variable(&format!("{}_BASE_URL", api.env_prefix))? {
            self = self.base_url(url);
        }
        Ok(self)
    }

    /// Where requests go, a path included: `https://gateway.example/v4`.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// The credential of calls that need one: an API key, a bearer token, or `user:password` or a user name alone for
    /// basic authentication.
    ///
    /// Where a call needs several at once, it stands for the one that no other method of the builder has given, a
    /// [`default_header`](Self::default_header) neither; with two left it is sent as neither, and the call is refused.
    ///
    /// Where no call asks for a credential, [`build`](Self::build) refuses one, of this method or the others.
    pub fn api_key(mut self, key: impl Into<Secret>) -> Self {
        self.credentials.api_key = Some(key.into());
        self
    }

    /// The credential for bearer tokens, OAuth 2 and OpenID Connect.
    pub fn bearer_token(mut self, token: impl Into<Secret>) -> Self {
        self.credentials.bearer = Some(token.into());
        self
    }

    /// The credential for basic authentication.
    pub fn basic_auth(mut self, user: &str, password: &str) -> Self {
        self.credentials.basic = Some(format!("{user}:{password}").into());
        self
    }

    /// The credential for one security scheme, by its name in the document; not for those that take more than a
    /// credential in a request (digest, mutual TLS), which an [`http_client`](Self::http_client) must bring.
    pub fn credential(mut self, scheme: &str, secret: impl Into<Secret>) -> Self {
        self.credentials
            .named
            .push((scheme.to_owned(), secret.into()));
        self
    }

    /// Requests go out without credentials, since a gateway adds them.
    pub fn without_credentials(mut self) -> Self {
        self.credentials.omitted = true;
        self
    }

    /// Connections of your own making: proxies, certificates, pools.
    ///
    /// Give it `redirect(reqwest::redirect::Policy::none())`: a redirect that it follows takes along what the request
    /// carries, since this client cannot see it happen. Its own limit for connecting holds.
    pub fn http_client(self, client: reqwest::Client) -> Self {
        self.transport(Network(client))
    }

    /// Something else than the network; see [`Transport`].
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Puts something around every attempt: other credentials, a log, a recording.
    ///
    /// It is given what sends so far, the network or the [`transport`](Self::transport) of your choice, and sends
    /// through it. What is added later is further out.
    ///
    /// ```
    /// use std::sync::Arc;
    ///
    /// use humanloop::bytes::Bytes;
    /// use humanloop::{Body, BoxFuture, Transport, TransportError, http};
    ///
    /// /// Prints each attempt. A request also carries its key, so it is not printed as a whole.
    /// struct Log(Arc<dyn Transport>);
    ///
    /// impl Transport for Log {
    ///     fn send(
    ///         &self,
    ///         request: http::Request<Bytes>,
    ///     ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
    ///         Box::pin(async move {
    ///             let what = format!("{} {}", request.method(), request.uri().path());
    ///             let answer = self.0.send(request).await;
    ///             match &answer {
    ///                 Ok(answer) => println!("{what}: {}", answer.status()),
    ///                 Err(error) => println!("{what}: {error}"),
    ///             }
    ///             answer
    ///         })
    ///     }
    /// }
    ///
    /// let client = humanloop::Client::builder()
    ///     .base_url("https://gateway.example/v4")
    ///     .around(Log)
    ///     .build()?;
    /// # Ok::<(), humanloop::Error>(())
    /// ```
    #[cfg(not(target_arch = "wasm32"))]
    pub fn around<T: Transport>(
        mut self,
        wrap: impl FnOnce(Arc<dyn Transport>) -> T + Send + 'static,
    ) -> Self {
        self.around.push(Box::new(|inner| Arc::new(wrap(inner))));
        self
    }

    /// Puts something around every attempt: other credentials, a log, a recording.
    #[cfg(target_arch = "wasm32")]
    pub fn around<T: Transport>(
        mut self,
        wrap: impl FnOnce(Arc<dyn Transport>) -> T + 'static,
    ) -> Self {
        self.around.push(Box::new(|inner| Arc::new(wrap(inner))));
        self
    }

    /// Speaks HTTP/2 from the first byte, also where there is no TLS by which to agree on it. It has no effect beside
    /// [`http_client`](Self::http_client).
    #[cfg(all(feature = "http2", not(target_arch = "wasm32")))]
    pub fn http2_prior_knowledge(mut self) -> Self {
        self.tuned = reqwest::ClientBuilder::http2_prior_knowledge;
        self
    }

    /// How long connecting may take; 10 s by default. It has no effect beside [`http_client`](Self::http_client).
    pub fn connect_timeout(mut self, limit: Duration) -> Self {
        self.connect_timeout = limit;
        self
    }

    /// How long a call with one answer may take, retries included; 600 s by default.
    pub fn timeout(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.limits.answer = limit.into();
        self
    }

    /// How long until a stream begins, retries included; 600 s by default. Streams have no limit as a whole.
    pub fn stream_start_timeout(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.limits.stream_start = limit.into();
        self
    }

    /// How long a stream may be without a byte; 120 s by default.
    pub fn idle_timeout(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.limits.idle = limit.into();
        self
    }

    /// How long a stream may be without an event, keep-alive comments or not; no limit by default.
    pub fn event_timeout(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.limits.event = limit.into();
        self
    }

    /// How often a request is sent again, a `POST` too; 2 by default, 0 turns it off; see [`RetryPolicy`].
    pub fn retries(mut self, retries: u32) -> Self {
        self.retry = self.retry.retries(retries);
        self
    }

    /// When requests are sent again, and after which waits.
    pub fn retry_policy(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// The largest event of a stream in bytes; 8 MiB by default.
    pub fn max_event(mut self, bytes: usize) -> Self {
        self.limits.max_event = bytes;
        self
    }

    /// The largest answer in bytes; 64 MiB by default.
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.limits.max_body = bytes;
        self
    }

    /// Allows `http://` to this host, where keys, tokens and cookies can be read on the way. Loopback needs no
    /// permission.
    pub fn allow_insecure_host(mut self, host: impl Into<String>) -> Self {
        self.insecure_hosts.push(host.into());
        self
    }

    /// A header of every request. Where it has the name of a credential, it is sent in place of that.
    pub fn default_header(mut self, name: &str, value: &str) -> Self {
        let parsed = (
            HeaderName::from_bytes(name.as_bytes()),
            HeaderValue::from_str(value),
        );
        if let (Ok(name), Ok(value)) = parsed {
            self.headers.insert(name, value);
        } else {
            let name = name.escape_debug();
            self.problem = Some(Error::refused(format!("header `{name}` cannot be sent")));
        }
        self
    }

    /// The name and version that requests carry, in place of this crate's.
    pub fn user_agent(mut self, agent: impl Into<String>) -> Self {
        self.user_agent = Some(agent.into());
        self
    }

    /// The header of [`Call::idempotency_key`](crate::Call::idempotency_key).
    pub fn idempotency_header(mut self, name: impl Into<String>) -> Self {
        self.idempotency_header = name.into();
        self
    }

    /// The client, or what is wrong with its settings.
    pub fn build(self) -> Result<Client> {
        if let Some(problem) = self.problem {
            return Err(problem);
        }
        self.credentials.check(&self.api)?;
        let base_url = self.base_url.as_deref().map(parse_base).transpose()?;
        match &base_url {
            Some(url) if carries_secret(&self.api, &self.credentials, &self.headers) => {
                check_scheme(url, &self.insecure_hosts)?;
            }
            None if self.api.base_url.is_none() => {
                return Err(Error::refused(no_base_url(&self.api)));
            }
            Some(_) | None => {}
        }
        let mut transport = match self.transport {
            Some(transport) => transport,
            None => Arc::new(Network(network(
                self.connect_timeout,
                base_url.as_ref(),
                self.tuned,
            )?)),
        };
        for wrap in self.around {
            transport = wrap(transport);
        }
        let settings = Settings {
            api: self.api,
            base_url,
            credentials: self.credentials,
            headers: self.headers,
            user_agent: agent(self.user_agent.as_deref())?,
            idempotency_header: self.idempotency_header,
            limits: self.limits,
            retry: self.retry,
            strict: self.strict,
            insecure_hosts: self.insecure_hosts,
            transport,
        };
        Ok(Client {
            settings: Arc::new(settings),
        })
    }
}

/// A variable of the environment; empty ones count as missing.
fn variable(name: &str) -> Result<Option<String>> {
    match std::env::var(name) {
        Ok(text) if text.trim().is_empty() => Ok(None),
        Ok(text) => Ok(Some(text)),
        Err(std::env::VarError::NotPresent) => Ok(None),
        Err(std::env::VarError::NotUnicode(_)) => {
            Err(Error::refused(format!("{name} is not Unicode")))
        }
    }
}

fn agent(own: Option<&str>) -> Result<HeaderValue> {
    let default = concat!(env!("CARGO_CRATE_NAME"), "/", env!("CARGO_PKG_VERSION"));
    HeaderValue::from_str(own.unwrap_or(default))
        .map_err(|_| Error::refused(format!("{USER_AGENT} holds a character it cannot carry")))
}

/// A client of the network that follows no redirects and sends nothing twice. Proxies are those of the environment.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn network(
    connect: Duration,
    base: Option<&Url>,
    tuned: Tuned,
) -> Result<reqwest::Client> {
    let mut builder = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        // What is sent again is the policy's to say, and counted.
        .retry(reqwest::retry::never())
        .connect_timeout(connect);
    // A proxy of the environment would carry the key off this machine, in the clear even.
    if base.and_then(Url::host_str).is_some_and(is_loopback) {
        builder = builder.no_proxy();
    }
    built(tuned(with_tls(builder)?))
}

/// In a browser, `fetch` connects.
#[cfg(target_arch = "wasm32")]
pub(crate) fn network(
    _connect: Duration,
    _base: Option<&Url>,
    tuned: Tuned,
) -> Result<reqwest::Client> {
    built(tuned(reqwest::Client::builder()))
}

fn built(builder: reqwest::ClientBuilder) -> Result<reqwest::Client> {
    builder.build().map_err(|error| {
        Error::refused("the HTTP client cannot be built").caused_by(Box::new(error))
    })
}

/// TLS by rustls with ring and the roots of the system, without a provider for the whole process.
#[cfg(all(
    feature = "rustls",
    not(feature = "native-tls"),
    not(target_arch = "wasm32")
))]
fn with_tls(builder: reqwest::ClientBuilder) -> Result<reqwest::ClientBuilder> {
    use rustls_platform_verifier::BuilderVerifierExt;

    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .and_then(BuilderVerifierExt::with_platform_verifier)
        .map_err(|error| Error::refused("TLS cannot be set up").caused_by(Box::new(error)))?;
    let mut config = config.with_no_client_auth();
    if cfg!(feature = "http2") {
        config.alpn_protocols.push(b"h2".to_vec());
    }
    config.alpn_protocols.push(b"http/1.1".to_vec());
    Ok(builder.tls_backend_preconfigured(config))
}

/// TLS by the system's library, or none.
#[cfg(all(
    any(feature = "native-tls", not(feature = "rustls")),
    not(target_arch = "wasm32")
))]
#[expect(clippy::unnecessary_wraps, reason = "the signature of the other one")]
fn with_tls(builder: reqwest::ClientBuilder) -> Result<reqwest::ClientBuilder> {
    Ok(builder)
}

#[cfg(test)]
mod tests;
