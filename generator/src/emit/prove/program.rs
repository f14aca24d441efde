//! The parts of the program that are the same for every crate.

/// What stands in front of everything: values through types.
pub(super) const TYPES: &str = r#"//! Reads lines from its input and prints what became of each.
//!
//! A line with a `type` has a value, which is read by that type and written again. One with a `call` has what the
//! call is given, and the answer that a server on loopback gives to it.

#![allow(dead_code, deprecated, reason = "not every document needs all of this; deprecated things are proved too")]

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::fmt::Debug;
use std::io::{BufRead, Write};

type Trip = fn(Value) -> Value;

fn trip<T: DeserializeOwned + Serialize + Debug>(value: Value) -> Value {
    let text = value.to_string();
    match serde_json::from_str::<T>(&text) {
        Err(error) => json!({ "error": error.to_string() }),
        Ok(typed) => read(typed),
    }
}

/// A value as it is written, and as it prints.
fn read<T: Serialize + Debug>(typed: T) -> Value {
    match serde_json::to_value(&typed) {
        Err(error) => json!({ "error": error.to_string() }),
        Ok(value) => json!({ "value": value, "debug": format!("{typed:?}") }),
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut calls = Calls::new()?;
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let mut line: Value = serde_json::from_str(&line?)?;
        let index = line.get("type").and_then(Value::as_u64);
        let answer = match index.and_then(|index| TYPES.get(usize::try_from(index).ok()?)) {
            Some(trip) => trip(line["value"].take()),
            None => calls.call(&mut line),
        };
        writeln!(out, "{answer}")?;
    }
    Ok(())
}
"#;

/// What a crate without endpoints has in place of calls.
pub(super) const NO_CALLS: &str = r#"
struct Calls;

impl Calls {
    fn new() -> std::io::Result<Self> {
        Ok(Self)
    }

    fn call(&mut self, line: &mut Value) -> Value {
        json!({ "error": format!("there is no such call: {line}") })
    }
}
"#;

/// Calls against a server on loopback.
pub(super) const CALLS: &str = r#"
use std::convert::Infallible;
use std::future::Future;
use std::io::{BufReader, Read};
use std::net::{TcpListener, TcpStream};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

type Row = fn(&Client, &mut Given) -> Result<Pending, String>;
type Pending = Pin<Box<dyn Future<Output = Value>>>;
type Reader<T> = fn(T) -> Value;

struct Calls {
    client: Client,
    runtime: tokio::runtime::Runtime,
    slot: Slot,
}

impl Calls {
    fn new() -> Result<Self, Box<dyn std::error::Error>> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let base = format!("http://{}", listener.local_addr()?);
        let slot = Slot::default();
        let shared = slot.clone();
        std::thread::spawn(move || serve(&listener, &shared));
        let builder = Client::builder().base_url(base).without_credentials().retries(0);
        let client = builder.timeout(Duration::from_secs(20)).build()?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        Ok(Self { client, runtime, slot })
    }

    fn call(&mut self, line: &mut Value) -> Value {
        let index = line["call"].as_u64().and_then(|index| usize::try_from(index).ok());
        let Some(row) = index.and_then(|index| CALLS.get(index)) else {
            return json!({ "error": format!("there is no such call: {line}") });
        };
        let mut given = match line["given"].take() {
            Value::Array(given) => Given(given.into_iter()),
            _ => Given(Vec::new().into_iter()),
        };
        let answer = line["answer"].as_str().unwrap_or_default().to_owned();
        *lock(&self.slot) = (answer, Value::Null);
        let pending = self.runtime.block_on(async { row(&self.client, &mut given) });
        let mut outcome = match pending {
            Ok(pending) => self.runtime.block_on(pending),
            Err(error) => json!({ "error": format!("the call cannot be made: {error}") }),
        };
        outcome["request"] = lock(&self.slot).1.take();
        outcome
    }
}

/// The arguments of a call, one after the other. The program ends soon: what is borrowed is leaked.
struct Given(std::vec::IntoIter<Value>);

impl Given {
    fn value<T: DeserializeOwned>(&mut self) -> Result<T, String> {
        let value = self.0.next().unwrap_or_default();
        serde_json::from_value(value.clone()).map_err(|error| format!("{error} in {value}"))
    }

    fn reference<T: DeserializeOwned>(&mut self) -> Result<&'static T, String> {
        Ok(Box::leak(Box::new(self.value()?)))
    }

    fn list<T: DeserializeOwned>(&mut self) -> Result<&'static [T], String> {
        Ok(self.value::<Vec<T>>()?.leak())
    }

    fn text(&mut self) -> Result<&'static str, String> {
        Ok(self.value::<String>()?.leak())
    }

    fn texts(&mut self) -> Result<&'static [&'static str], String> {
        let texts = self.value::<Vec<String>>()?.into_iter();
        Ok(texts.map(|text| &*text.leak()).collect::<Vec<_>>().leak())
    }
}

/// A call with a whole answer.
fn whole<Op: Endpoint>(
    call: Call<Op>,
    read: Reader<<Op::Reply as Decode>::Value>,
    failure: Reader<<Op::Failure as Decode>::Value>,
) -> Pending {
    Box::pin(async move {
        match call.send_with_meta().await {
            Ok(answer) => {
                let headers = headers(answer.meta.headers());
                json!({ "headers": headers, "read": [read(answer.value)] })
            }
            Err(error) => failed::<Op>(&error, failure),
        }
    })
}

fn failed<Op: Endpoint>(error: &Error, read: Reader<<Op::Failure as Decode>::Value>) -> Value {
    let body = error.failure::<Op>().map(read);
    json!({
        "error": error.to_string(),
        "status": error.status().map(|status| status.as_u16()),
        "text": error.text(),
        "read": Vec::from_iter(body),
    })
}

fn headers(headers: &http::HeaderMap) -> Value {
    let pairs = headers.iter();
    let pairs = pairs.map(|(name, value)| (name.to_string(), json!(String::from_utf8_lossy(value.as_bytes()))));
    Value::Object(pairs.collect())
}

fn raw(bytes: bytes::Bytes) -> Value {
    read(String::from_utf8_lossy(&bytes).into_owned())
}

fn nothing() -> Value {
    json!({ "value": null })
}

fn never(value: Infallible) -> Value {
    match value {}
}

/// What the server answers next, and the last request as it came.
type Slot = Arc<Mutex<(String, Value)>>;

fn lock(slot: &Slot) -> std::sync::MutexGuard<'_, (String, Value)> {
    slot.lock().unwrap_or_else(PoisonError::into_inner)
}

fn serve(listener: &TcpListener, slot: &Slot) {
    for stream in listener.incoming().flatten() {
        let slot = slot.clone();
        std::thread::spawn(move || connection(stream, &slot));
    }
}

/// Answers every request of a connection, until there is none.
fn connection(stream: TcpStream, slot: &Slot) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut stream = BufReader::new(stream);
    loop {
        let (mut head, mut length) = (Vec::new(), 0);
        loop {
            let mut line = Vec::new();
            if stream.read_until(b'\n', &mut line)? == 0 {
                return Ok(());
            }
            let line = String::from_utf8_lossy(&line).trim_end().to_owned();
            if line.is_empty() {
                break;
            }
            if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().unwrap_or(0);
            }
            head.push(line);
        }
        let mut body = Vec::new();
        stream.by_ref().take(length).read_to_end(&mut body)?;
        let answer = {
            let mut slot = lock(slot);
            slot.1 = json!({ "head": head, "body": String::from_utf8_lossy(&body) });
            slot.0.clone()
        };
        stream.get_mut().write_all(answer.as_bytes())?;
    }
}
"#;

/// Calls whose answer is a stream.
pub(super) const STREAMS: &str = r#"
fn streamed<Op: Streamed>(
    call: Call<Op, Streaming>,
    failure: Reader<<Op::Failure as Decode>::Value>,
) -> Pending
where
    Op::Event: Serialize + Debug,
{
    Box::pin(async move {
        let mut stream = match call.send().await {
            Ok(stream) => stream,
            Err(error) => return failed::<Op>(&error, failure),
        };
        let headers = headers(stream.meta().headers());
        let mut events = Vec::new();
        while let Some(event) = stream.next().await {
            match event {
                Ok(event) => events.push(read(event)),
                Err(error) => return json!({ "error": error.to_string() }),
            }
        }
        json!({ "headers": headers, "read": events })
    })
}
"#;
