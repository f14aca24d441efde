//! Everything that can go wrong between a call and its answer, over real connections.
//!
//! A case is what a server sends (`server.txt`, see `tests::script`), how it is called (`call.txt`: lines of
//! `name = value`), and what comes of it. Streams are read twice: as the server sends them, and with each byte of
//! the body as a chunk of its own; both must bring the same.

mod outcome;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::Duration;

use humanloop::runtime::{
    Endpoint, Framing, Json, Once, Piece, Pieces, Route, Streamed, Streaming, Verb,
};
use humanloop::{Call, Client, Error, RetryPolicy, Secret};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tests::cases::{Case, Outputs, walk};
use tests::script;
use tests::server::Server;
use tests::spans::Spans;

use outcome::{is_left, list_error, raw, samples, stream, texts, words};

/// The client's key and a key inside a body; neither may ever be printed.
const CANARIES: [&str; 2] = ["canary-of-the-client", "canary-of-a-provider"];

/// A call like those of the API, written by hand.
struct Talk;

impl Endpoint for Talk {
    const ROUTE: Route = Route::new("talk", Verb::Post, "/talk")
        .auth(&[&["APIKeyHeader"]])
        .switch("stream");
    type Reply = Json<Event>;
    type Failure = Json<Value>;
}

impl Streamed for Talk {
    type Event = Event;
    const FRAMING: Framing = Framing::ServerSentEvents;

    fn is_doubtful(event: &Event, _: &str) -> bool {
        event.data.is_empty()
    }
}

/// The same with a stream of lines.
struct Lines;

impl Endpoint for Lines {
    const ROUTE: Route = Route::new("lines", Verb::Post, "/lines");
    type Reply = Json<Event>;
    type Failure = Json<Value>;
}

impl Streamed for Lines {
    type Event = Event;
    const FRAMING: Framing = Framing::JsonLines;
}

/// A stream of plain words under a media type of its own.
struct Words;

impl Endpoint for Words {
    const ROUTE: Route = Route::new("words", Verb::Post, "/words");
    type Reply = Json<Event>;
    type Failure = Json<Value>;
}

impl Streamed for Words {
    type Event = String;
    const FRAMING: Framing = Framing::ServerSentEvents;
    const ACCEPT: &'static str = "text/x-words, text/event-stream";
    const ERROR_MEMBERS: &'static [&'static str] = &[];

    fn read(data: &str) -> serde_json::Result<String> {
        Ok(data.to_owned())
    }
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
struct Event {
    #[serde(deserialize_with = "or_default")]
    data: Vec<Part>,
    note: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
struct Part {
    index: i64,
    #[serde(deserialize_with = "or_default")]
    output: String,
    finish_reason: Option<String>,
    id: Option<String>,
}

fn or_default<'de, D: serde::Deserializer<'de>, T: Deserialize<'de> + Default>(
    deserializer: D,
) -> Result<T, D::Error> {
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

impl Pieces for Event {
    type Piece = Part;

    fn pieces(&self) -> &[Part] {
        &self.data
    }
}

impl Piece for Part {
    type Key = i64;

    fn key(&self) -> i64 {
        self.index
    }

    fn text(&self) -> Option<&str> {
        Some(&self.output)
    }

    fn finish(&self) -> Option<&str> {
        self.finish_reason.as_deref()
    }

    fn update(&mut self, later: Self) {
        self.output = later.output;
        self.finish_reason = later.finish_reason.or(self.finish_reason.take());
        self.id = later.id.or(self.id.take());
    }
}

/// What is sent.
#[derive(Serialize)]
struct Question {
    provider_key: Secret,
    text: String,
}

/// How a case calls.
struct Plan(BTreeMap<String, String>);

impl Plan {
    fn of(case: &Case) -> Self {
        let text = case.text("call.txt").unwrap_or_default();
        let pairs = text.lines().filter_map(|line| line.split_once(" = "));
        Self(
            pairs
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
        )
    }

    fn word(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    fn number(&self, name: &str) -> Option<u64> {
        self.word(name).map(|text| text.parse().expect("a number"))
    }

    fn time(&self, name: &str) -> Option<Duration> {
        self.number(name).map(Duration::from_millis)
    }
}

#[test]
fn cases() {
    let runtime = runtime();
    walk("fault", |case| {
        let steps = script::parse(&case.text("server.txt").unwrap_or_default());
        let plan = Plan::of(case);
        let spans = Spans::default();
        let server = Server::start(steps.clone(), false);
        let whole = spans.during(|| runtime.block_on(listing(&plan, &server)));
        if plan.word("way").is_none_or(|way| way != "once") && plan.word("cut").is_none() {
            let cut = runtime.block_on(listing(&plan, &Server::start(steps, true)));
            assert_eq!(cut, whole, "{}: cut into single bytes", case.name);
        }
        let told = spans.lines().join("\n");
        for canary in CANARIES {
            assert!(
                !whole.contains(canary) && !told.contains(canary),
                "{}: {canary} in\n{whole}\n{told}",
                case.name
            );
        }
        Outputs::from([("expected/outcome.txt".to_owned(), whole)])
    });
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
}

fn client(plan: &Plan, server: &Server) -> Result<Client, Error> {
    let address = server.address().to_string();
    let base = plan
        .word("base")
        .unwrap_or("http://{server}/v4")
        .replace("{server}", &address);
    let retry = RetryPolicy::default()
        .retries(
            plan.number("retries")
                .map_or(0, |count| count.try_into().unwrap()),
        )
        .first_wait(Duration::from_millis(1));
    let mut builder = Client::builder()
        .base_url(base)
        .api_key(CANARIES[0])
        // Its own one names the version, which every release raises.
        .user_agent("humanloop/test")
        .retry_policy(retry);
    if let Some(limit) = plan.time("idle") {
        builder = builder.idle_timeout(limit);
    }
    if let Some(limit) = plan.time("event") {
        builder = builder.event_timeout(limit);
    }
    if let Some(limit) = plan.time("timeout") {
        builder = builder.timeout(limit).stream_start_timeout(limit);
    }
    if let Some(bytes) = plan.number("max_event") {
        builder = builder.max_event(bytes.try_into().unwrap());
    }
    if let Some(bytes) = plan.number("max_body") {
        builder = builder.max_body(bytes.try_into().unwrap());
    }
    builder.build()
}

fn call<Op, Mode>(client: &Client, plan: &Plan) -> Call<Op, Mode> {
    let size = plan.number("size").unwrap_or(5).try_into().unwrap();
    let question = Question {
        provider_key: CANARIES[1].into(),
        text: "x".repeat(size),
    };
    Call::new(client).json(&question)
}

/// What comes of a call, line by line.
async fn listing(plan: &Plan, server: &Server) -> String {
    let mut text = String::new();
    match client(plan, server) {
        Err(error) => list_error(&mut text, &error),
        Ok(client) => match plan.word("way").unwrap_or("stream") {
            "once" => match call::<Talk, Once>(&client, plan).send_with_meta().await {
                Ok(answer) => {
                    let meta = &answer.meta;
                    let (status, attempts) = (meta.status(), meta.attempts());
                    let _ = writeln!(text, "{:?}\n{status}, attempt {attempts}", answer.value);
                }
                Err(error) => list_error(&mut text, &error),
            },
            "lines" => stream(&mut text, call::<Lines, Streaming>(&client, plan).await).await,
            "words" => {
                words(&mut text, call::<Words, Streaming>(&client, plan).await).await;
                let _ = writeln!(text, "{:?}", server.requests()[0].header("accept"));
            }
            "samples" => samples(&mut text, call::<Talk, Streaming>(&client, plan).await).await,
            "text" => texts(&mut text, call::<Talk, Streaming>(&client, plan).await).await,
            "raw" => raw(&mut text, call::<Talk, Streaming>(&client, plan).await).await,
            "stream" => stream(&mut text, call::<Talk, Streaming>(&client, plan).await).await,
            way => panic!("no such way: {way}"),
        },
    }
    let _ = writeln!(text, "{} requests", server.requests().len());
    if plan.word("leaves").is_some() {
        let left = is_left(server).await;
        let _ = writeln!(
            text,
            "{}",
            if left {
                "connection closed"
            } else {
                "connection left open"
            }
        );
    }
    text.replace(&server.address().to_string(), "{server}")
}

/// The server sends each event only after the one before it has come out.
#[test]
fn events_come_at_once() {
    let script = "connection\nhead 200\n  content-type: text/event-stream\n\
        chunk data: {\"note\": \"one\"}\\n\\n\ngate\nchunk data: {\"note\": \"two\"}\\r\\n\\r\ngate\n\
        chunk \\ndata: {\"note\": \"three\"}\\r\\r\ngate\nend";
    let server = Server::start(script::parse(script), false);
    let plan = Plan(BTreeMap::new());
    runtime().block_on(async {
        let client = client(&plan, &server).unwrap();
        let mut stream = call::<Talk, Streaming>(&client, &plan).await.unwrap();
        for note in ["one", "two", "three"] {
            let event = stream.next().await.unwrap().unwrap();
            assert_eq!(event.note.as_deref(), Some(note));
            server.open_gate();
        }
        assert!(stream.next().await.is_none());
    });
}

/// A stream that is dropped closes its connection, before its first event, and in the middle of one.
#[test]
fn dropping_closes_the_connection() {
    for body in [
        "",
        "chunk data: {}\\n\\n\n",
        "chunk data: {}\\n\\ndata: {\n",
    ] {
        let head = "connection\nhead 200\n  content-type: text/event-stream\n";
        let server = Server::start(script::parse(&format!("{head}{body}wait")), false);
        let plan = Plan(BTreeMap::new());
        let runtime = runtime();
        runtime.block_on(async {
            let client = client(&plan, &server).unwrap();
            let mut stream = call::<Talk, Streaming>(&client, &plan).await.unwrap();
            if !body.is_empty() {
                assert!(stream.next().await.unwrap().is_ok());
            }
            drop(stream);
            assert!(is_left(&server).await, "{body}");
        });
    }
}

/// A reader that pauses slows the server down: nothing is read ahead of it.
#[test]
fn a_slow_reader_slows_the_server() {
    let event = format!("data: {{\"note\": \"{}\"}}\\n\\n", "x".repeat(60_000));
    let head = "connection\nhead 200\n  content-type: text/event-stream\n";
    let server = Server::start(script::parse(&format!("{head}flood {event}")), false);
    let plan = Plan(BTreeMap::new());
    runtime().block_on(async {
        let client = client(&plan, &server).unwrap();
        let mut stream = call::<Talk, Streaming>(&client, &plan).await.unwrap();
        assert!(stream.next().await.unwrap().is_ok());
        assert!(
            is_left(&server).await,
            "the server could send all that it had"
        );
    });
}

/// What is sent: the switch, the credentials, and no more than is needed.
#[test]
fn requests() {
    let answer = "connection\nhead 200\nbody {\"data\": []}\n";
    let server = Server::start(script::parse(&answer.repeat(2)), false);
    let plan = Plan(BTreeMap::new());
    runtime().block_on(async {
        let client = client(&plan, &server).unwrap();
        let once = call::<Talk, Once>(&client, &plan)
            .extra("x-gateway", 1)
            .query("a b", "c&d");
        once.idempotency_key("key")
            .header("x-tenant", "t")
            .await
            .unwrap();
        drop(call::<Talk, Streaming>(&client, &plan).await.unwrap());
    });
    let [once, stream] = &server.requests()[..] else {
        panic!("two requests")
    };
    assert!(
        once.head
            .starts_with("POST /v4/talk?a%20b=c%26d HTTP/1.1\r\n"),
        "{}",
        once.head
    );
    let body = |body: &[u8]| String::from_utf8(body.to_vec()).unwrap();
    let question = format!("{{\"provider_key\":\"{}\",\"text\":\"xxxxx\"", CANARIES[1]);
    assert_eq!(
        body(&once.body),
        format!("{question},\"x-gateway\":1,\"stream\":false}}")
    );
    assert_eq!(body(&stream.body), format!("{question},\"stream\":true}}"));
    assert_eq!(once.header("x-api-key"), Some(CANARIES[0]));
    assert_eq!(once.header("idempotency-key"), Some("key"));
    assert_eq!(once.header("x-tenant"), Some("t"));
    assert_eq!(once.header("accept"), Some("application/json"));
    assert_eq!(once.header("accept-encoding"), None);
    assert_eq!(stream.header("accept"), Some("text/event-stream"));
    assert_eq!(stream.header("accept-encoding"), Some("identity"));
    assert_eq!(stream.header("content-type"), Some("application/json"));
    assert!(
        stream
            .header("user-agent")
            .unwrap()
            .starts_with("humanloop/")
    );
}

/// A server that waits for a length is told that there is nothing.
#[test]
fn a_post_without_a_body_says_so() {
    let server = Server::start(script::parse("connection\nhead 200\nbody {}\n"), false);
    let client = client(&Plan(BTreeMap::new()), &server).unwrap();
    runtime()
        .block_on(Call::<Lines, Once>::new(&client).send())
        .unwrap();
    let requests = server.requests();
    assert_eq!(requests[0].header("content-length"), Some("0"));
    assert_eq!(requests[0].header("content-type"), None);
}

/// Nothing that can be printed of a call in the making holds a key.
#[test]
fn debug_holds_no_key() {
    let server = Server::start(Vec::new(), false);
    let plan = Plan(BTreeMap::new());
    let client = client(&plan, &server).unwrap();
    let builder = Client::builder()
        .api_key(CANARIES[0])
        .basic_auth("user", CANARIES[1])
        .base_url(format!("https://user:{}@example.invalid", CANARIES[0]));
    let call = call::<Talk, Once>(&client, &plan).header("authorization", CANARIES[1]);
    let printed = format!("{client:?} {builder:?} {call:?}");
    let printed = format!("{printed} {:?}", builder.build().unwrap_err());
    for canary in CANARIES {
        assert!(!printed.contains(canary), "{printed}");
    }
}

/// Futures and streams can change threads.
#[test]
fn everything_is_send() {
    fn check<T: Send>(_: &T) {}
    fn check_shared<T: Send + Sync + Clone + 'static>() {}
    check_shared::<Client>();
    check_shared::<Error>();
    check_shared::<Call<Talk, Streaming>>();
    let client = Client::builder()
        .base_url("https://example.invalid")
        .build()
        .unwrap();
    let stream = Call::<Talk, Streaming>::new(&client);
    check(&stream.clone().into_future());
    check(&async move { stream.await.unwrap().samples().await });
}
