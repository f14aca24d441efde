//! The server: its listener, its connections, and what it saw.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use serde_json::json;

use super::answer::Scripted;
use super::connection::{self, End};
use super::http::Head;
use super::plan::{self, Plan};
use super::received::Received;
use super::replay::Replay;
use super::script::Script;
use super::table::Entry;
use super::tape::Tape;
use super::upstream::Upstream;
use crate::api::API;
use crate::client::{Builder, Client};
use crate::error::Result;
use crate::runtime::{Api, Endpoint};

/// The key that [`MockServer::client`] sends; the server takes any.
const KEY: &str = "mock-key";

/// The bearer token of its clients: where calls need both, the key is not sent as that.
const TOKEN: &str = "mock-token";

/// A server of the API on loopback. It ends when it is dropped.
///
/// It runs in threads of its own, inside an async runtime or without one.
pub struct MockServer {
    shared: Arc<Shared>,
    address: SocketAddr,
    listener: Option<JoinHandle<()>>,
}

/// What a server is started with; made by [`MockServer::setup`].
#[must_use = "a server starts by `.start()`"]
#[derive(Default)]
pub struct Setup {
    port: u16,
    pace: Duration,
    log: Option<Log>,
    upstream: Option<Result<Upstream>>,
    replay: Option<PathBuf>,
}

type Log = Box<dyn Fn(&str) + Send + Sync>;

impl Setup {
    /// The port; any free one by default.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// How long to wait before each event and each whole answer; no time by default.
    pub fn pace(mut self, pace: Duration) -> Self {
        self.pace = pace;
        self
    }

    /// Takes a line for each request: method, path, what was answered. Neither headers nor bodies are in it.
    pub fn log(mut self, log: impl Fn(&str) + Send + Sync + 'static) -> Self {
        self.log = Some(Box::new(log));
        self
    }

    /// Passes every request on to the server with this base URL, and takes down what is asked and answered.
    ///
    /// It makes no answers of its own then. Keys come from the client, and do not get onto the [`Tape`].
    pub fn record(mut self, base_url: &str, tape: Tape) -> Self {
        self.upstream = Some(Upstream::new(base_url, tape));
        self
    }

    /// Answers from a recording: to each request what was answered to the same one, in the order of the recording,
    /// and 501 to what was never asked.
    ///
    /// Requests are the same by method, path, query and JSON body; secrets do not matter.
    pub fn replay(mut self, recording: impl Into<PathBuf>) -> Self {
        self.replay = Some(recording.into());
        self
    }

    /// Starts the server.
    pub fn start(self) -> io::Result<MockServer> {
        let upstream = self.upstream.transpose().map_err(io::Error::other)?;
        let replay = self.replay.as_deref().map(Replay::open).transpose()?;
        let listener = TcpListener::bind(("127.0.0.1", self.port))?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared {
            pace: self.pace,
            log: self.log,
            upstream,
            replay,
            ..Shared::default()
        });
        let own = Arc::clone(&shared);
        let thread = thread::Builder::new().name("mock".to_owned());
        let listener = thread.spawn(move || listen(&own, &listener))?;
        Ok(MockServer {
            shared,
            address,
            listener: Some(listener),
        })
    }
}

impl fmt::Debug for Setup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Setup");
        out.field("port", &self.port)
            .field("pace", &self.pace)
            .finish_non_exhaustive()
    }
}

impl MockServer {
    /// Starts a server on a free port.
    pub fn start() -> io::Result<Self> {
        Self::setup().start()
    }

    /// A server with settings of your own.
    pub fn setup() -> Setup {
        Setup::default()
    }

    /// The base URL: the address with the path of the schema's server.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, base_path())
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// A client of this server.
    pub fn client(&self) -> Result<Client> {
        self.builder().build()
    }

    /// The beginning of a client of this server, for settings of your own.
    pub fn builder(&self) -> Builder {
        let builder = Builder::new().base_url(self.url());
        let api: Api = API;
        // A builder for an API without credentials takes none.
        if api.schemes.is_empty() {
            return builder;
        }
        builder
            .api_key(KEY)
            .bearer_token(TOKEN)
            .basic_auth("mock", KEY)
    }

    /// Says anew what an endpoint answers.
    pub fn on<Op: Endpoint>(&self) -> Script<'_, Op> {
        Script::new(&self.shared.scripts, Op::ROUTE.name)
    }

    /// Every request so far, in the order in which they came.
    pub fn requests(&self) -> Vec<Received> {
        self.shared.requests().clone()
    }

    /// The requests to one endpoint so far.
    pub fn requests_to<Op: Endpoint>(&self) -> Vec<Received> {
        let requests = self.shared.requests();
        let own = requests
            .iter()
            .filter(|request| request.endpoint == Some(Op::ROUTE.name));
        own.cloned().collect()
    }

    /// Forgets the requests so far; a run of very many would fill the memory with them.
    pub fn forget_requests(&self) {
        self.shared.requests().clear();
    }

    /// How many connections were made so far.
    pub fn connections(&self) -> u64 {
        self.shared.connections.load(Ordering::SeqCst)
    }

    /// How many connections are open.
    pub fn open_connections(&self) -> usize {
        self.shared.open().len()
    }

    /// How many answers were not taken to their end, since the client closed the connection.
    pub fn abandoned(&self) -> u64 {
        self.shared.abandoned.load(Ordering::SeqCst)
    }
}

impl Drop for MockServer {
    fn drop(&mut self) {
        self.shared.ended.store(true, Ordering::SeqCst);
        // The listener waits for a connection.
        drop(TcpStream::connect(self.address));
        if let Some(listener) = self.listener.take() {
            // A panic of the listener was printed where it happened.
            drop(listener.join());
        }
        for stream in self.shared.open().values() {
            connection::close(stream);
        }
        let threads = std::mem::take(&mut *locked(&self.shared.threads));
        for thread in threads {
            drop(thread.join());
        }
    }
}

impl fmt::Debug for MockServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("MockServer");
        out.field("url", &self.url())
            .field("connections", &self.connections())
            .finish_non_exhaustive()
    }
}

/// The path of the document's first server.
fn base_path() -> &'static str {
    let url = API.servers.first().copied().unwrap_or_default();
    let path = match url.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("", |place| &rest[place..]),
        None => url,
    };
    path.trim_end_matches('/')
}

/// What the threads of a server have in common.
#[derive(Default)]
pub(super) struct Shared {
    scripts: Scripts,
    requests: Mutex<Vec<Received>>,
    open: Mutex<BTreeMap<u64, TcpStream>>,
    threads: Mutex<Vec<JoinHandle<()>>>,
    connections: AtomicU64,
    abandoned: AtomicU64,
    ended: AtomicBool,
    pace: Duration,
    log: Option<Log>,
    upstream: Option<Upstream>,
    replay: Option<Replay>,
}

/// A lock whose holder never leaves its value half-written.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn listen(shared: &Arc<Shared>, listener: &TcpListener) {
    loop {
        let accepted = listener.accept();
        if shared.ended.load(Ordering::SeqCst) {
            return;
        }
        // A connection that ended before it began is no reason to stop, nor is one that cannot be watched.
        let Ok((stream, watched)) =
            accepted.and_then(|(stream, _)| Ok((stream.try_clone()?, stream)))
        else {
            continue;
        };
        let number = shared.connections.fetch_add(1, Ordering::SeqCst) + 1;
        shared.open().insert(number, watched);
        let own = Arc::clone(shared);
        let thread = thread::Builder::new().name(format!("mock {number}"));
        let spawned = thread.spawn(move || {
            let end = connection::serve(&own, &stream, number);
            if matches!(end, Ok(End::Abandoned)) {
                own.abandoned.fetch_add(1, Ordering::SeqCst);
            }
            // A connection that fails is the client's doing; what was sent is recorded.
            own.open().remove(&number);
        });
        let mut threads = locked(&shared.threads);
        threads.retain(|thread| !thread.is_finished());
        match spawned {
            Ok(thread) => threads.push(thread),
            Err(_) => drop(shared.open().remove(&number)),
        }
    }
}

impl Shared {
    pub(super) fn pace(&self) -> Duration {
        self.pace
    }

    fn open(&self) -> MutexGuard<'_, BTreeMap<u64, TcpStream>> {
        locked(&self.open)
    }

    fn requests(&self) -> MutexGuard<'_, Vec<Received>> {
        locked(&self.requests)
    }

    /// The answer, where it comes before the body of the request is read.
    pub(super) fn early_plan(&self, head: &Head, connection: u64) -> Option<Plan> {
        let Found::Entry(entry) = find(head) else {
            return None;
        };
        if self.upstream.is_some() || self.replay.is_some() {
            return None;
        }
        let is_early = match head.header("x-mock-fault") {
            Some(text) => plan::is_early(&Scripted::default().with_header(text)),
            None => plan::is_early(&self.scripts.peek(entry.route.name)),
        };
        is_early.then(|| self.plan(head, Vec::new(), connection))
    }

    /// The answer to a request, which is recorded.
    pub(super) fn plan(&self, head: &Head, body: Vec<u8>, connection: u64) -> Plan {
        let found = find(head);
        let endpoint = match found {
            Found::Entry(entry) => Some(entry.route.name),
            Found::Verbs(_) | Found::Nothing => None,
        };
        let request = Received::new(head.clone(), body, connection, endpoint);
        let plan = self.answer(&found, &request);
        self.requests().push(request);
        self.log(&connection::log_line(head, &plan));
        plan
    }

    /// Tells the log a line.
    pub(super) fn log(&self, line: &str) {
        if let Some(log) = &self.log {
            log(line);
        }
    }

    /// The real server, where requests are passed on to one.
    pub(super) fn upstream(&self) -> Option<&Upstream> {
        self.upstream.as_ref()
    }

    fn answer(&self, found: &Found, request: &Received) -> Plan {
        if let Some(replay) = &self.replay {
            return replay.answer(request);
        }
        let entry = match found {
            Found::Entry(entry) => entry,
            Found::Verbs(verbs) => {
                let mut plan = Plan::json(405, &json!({"detail": "Method Not Allowed"}));
                plan.set_header("allow", &verbs.join(", "));
                return plan;
            }
            Found::Nothing => return Plan::json(404, &json!({"detail": "Not Found"})),
        };
        let asked = request
            .header("x-mock-fault")
            .map(|text| self.scripts.peek(entry.route.name).with_header(text));
        let early = asked.as_ref().map_or_else(
            || plan::is_early(&self.scripts.peek(entry.route.name)),
            plan::is_early,
        );
        if !early && let Some(refusal) = plan::refusal(entry, request) {
            return refusal;
        }
        let scripted = asked.unwrap_or_else(|| self.scripts.next(entry.route.name));
        plan::answer(entry, &scripted.to(request), request)
    }
}

/// What a request is for.
enum Found {
    Entry(&'static Entry),
    /// The path is known, with these methods.
    Verbs(Vec<&'static str>),
    Nothing,
}

fn find(head: &Head) -> Found {
    let Some(path) = below_base(head.path()) else {
        return Found::Nothing;
    };
    let entries: &'static [Entry] = crate::api::mock::TABLE.endpoints;
    let mut entries: Vec<_> = entries
        .iter()
        .filter(|entry| fits(entry.route.path, path))
        .collect();
    // A path without variables wins over one with.
    entries.sort_by_key(|entry| entry.route.path.matches('{').count());
    let verb = entries
        .iter()
        .find(|entry| entry.route.verb.as_str() == head.method);
    match verb {
        Some(entry) => Found::Entry(entry),
        None if entries.is_empty() => Found::Nothing,
        None => Found::Verbs(
            entries
                .iter()
                .map(|entry| entry.route.verb.as_str())
                .collect(),
        ),
    }
}

/// A path without that of the schema's server.
pub(super) fn below_base(path: &str) -> Option<&str> {
    path.strip_prefix(base_path())
}

/// Whether a path fits a template such as `/pets/{id}`.
pub(super) fn fits(template: &str, path: &str) -> bool {
    let (mut template, mut path) = (template.split('/'), path.split('/'));
    loop {
        match (template.next(), path.next()) {
            (None, None) => return true,
            (Some(want), Some(have)) if want == have => {}
            (Some(want), Some(have)) if want.contains('{') && !have.is_empty() => {}
            _ => return false,
        }
    }
}

/// The scripts by endpoint.
#[derive(Debug, Default)]
pub(super) struct Scripts(Mutex<BTreeMap<&'static str, Answers>>);

#[derive(Debug, Default)]
struct Answers {
    list: Vec<Scripted>,
    next: usize,
}

impl Answers {
    fn current(&self) -> Scripted {
        let last = self.list.len().saturating_sub(1);
        self.list
            .get(self.next.min(last))
            .cloned()
            .unwrap_or_default()
    }
}

impl Scripts {
    /// Begins an endpoint's script anew.
    pub(super) fn begin(&self, endpoint: &'static str) {
        let answers = Answers {
            list: vec![Scripted::default()],
            next: 0,
        };
        locked(&self.0).insert(endpoint, answers);
    }

    /// Adds an answer.
    pub(super) fn add(&self, endpoint: &'static str) {
        locked(&self.0)
            .entry(endpoint)
            .or_default()
            .list
            .push(Scripted::default());
    }

    /// Changes the last answer.
    pub(super) fn change(&self, endpoint: &'static str, change: impl FnOnce(&mut Scripted)) {
        if let Some(answer) = locked(&self.0).entry(endpoint).or_default().list.last_mut() {
            change(answer);
        }
    }

    /// The answer that comes next.
    fn peek(&self, endpoint: &str) -> Scripted {
        locked(&self.0)
            .get(endpoint)
            .map(Answers::current)
            .unwrap_or_default()
    }

    /// The answer that comes now.
    fn next(&self, endpoint: &str) -> Scripted {
        let mut scripts = locked(&self.0);
        let Some(answers) = scripts.get_mut(endpoint) else {
            return Scripted::default();
        };
        let answer = answers.current();
        answers.next += 1;
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn templates_take_one_segment_for_a_variable() {
        assert!(fits("/pets/{id}/toys", "/pets/7/toys"));
        assert!(!fits("/pets/{id}/toys", "/pets/7"));
        assert!(!fits("/pets/{id}", "/pets/"));
        assert!(!fits("/pets", "/pets/"));
    }
}
