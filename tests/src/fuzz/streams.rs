//! Whole streams through a client: the same at every cut, over once it is over, and nothing printed that is secret.

use bytes::Bytes;
use fastrand::Rng;
use http::{HeaderMap, HeaderValue, StatusCode};
use humanloop::mock;
use humanloop::types::{ChatExperimentRequest, ChatMessage, ChatRole};
use serde_json::Value;

use super::memory::{CANARY, Memory, block_on, told};
use super::{Target, mutate};

pub(super) const TARGET: Target = Target {
    name: "streams",
    make,
    check,
};

/// The content types that servers and proxies send.
const MEDIA: [&str; 6] = [
    "text/event-stream",
    "",
    "text/plain",
    "application/json",
    "text/html",
    "Text/Event-Stream;charset=latin1",
];

/// What stands between events.
const BETWEEN: [&str; 11] = [
    ": still here\n\n",
    "data:\n\n",
    "event: ping\ndata: {}\n\n",
    "data: [DONE]\n\n",
    "event: error\ndata: {\"message\": \"overloaded\"}\n\n",
    "data: {\"error\": {\"message\": \"canary-of-the-client\"}}\n\n",
    "data: {\"detail\": \"no\"}\n\n",
    "\n\n",
    "id: 7\nretry: 10\n",
    "\u{FEFF}",
    "<html>",
];

/// One letter for the content type and for how the body ends, then the body.
fn make(random: &mut Rng) -> Vec<u8> {
    let ways = u8::try_from(MEDIA.len() * 2).unwrap_or(1);
    // Most streams say what they are.
    let way = if random.bool() { 0 } else { random.u8(..ways) };
    let mut input = vec![b'A' + way];
    for _ in 0..random.usize(..6) {
        if random.u8(..3) == 0 {
            input.extend_from_slice(BETWEEN[random.usize(..BETWEEN.len())].as_bytes());
        } else {
            event(&mut input, random);
        }
    }
    match random.u8(..8) {
        0 => input.truncate(random.usize(1..=input.len())),
        1 => {
            let mut body = input.split_off(1);
            mutate::bytes(&mut body, random);
            input.extend(body);
        }
        2 => input.extend(std::iter::repeat_n(b'x', random.usize(..6000))),
        _ => {}
    }
    input
}

/// An event like the examples, or not quite.
fn event(input: &mut Vec<u8>, random: &mut Rng) {
    let examples = || mock::examples().filter(|(_, example)| example.part == mock::Part::Event);
    let count = examples().count();
    let Some((_, example)) = examples().nth(random.usize(..count.max(1))) else {
        return;
    };
    let mut value: Value = serde_json::from_str(example.json).unwrap_or_default();
    if random.u8(..3) == 0 {
        mutate::json(&mut value, random);
    }
    let end = ["\n\n", "\r\n\r\n", "\r\r"][random.usize(..3)];
    input.extend_from_slice(format!("data: {value}{end}").as_bytes());
}

fn check(input: &[u8]) -> Result<(), String> {
    let Some((way, body)) = input.split_first() else {
        return Ok(());
    };
    let way = usize::from(way.wrapping_sub(b'A')) % (MEDIA.len() * 2);
    let whole = outcome(way, vec![Bytes::copy_from_slice(body)])?;
    // Single bytes, and sizes that have nothing to do with what is in the body.
    for size in [1, 2, 7, 64] {
        let pieces = body.chunks(size).map(Bytes::copy_from_slice).collect();
        let cut = outcome(way, pieces)?;
        if cut != whole {
            return Err(format!("in pieces of {size}: {cut:#?}\nwhole: {whole:#?}"));
        }
    }
    Ok(())
}

/// What comes out of a stream, step by step.
fn outcome(way: usize, pieces: Vec<Bytes>) -> Result<Vec<String>, String> {
    let mut headers = HeaderMap::new();
    let media = MEDIA[way % MEDIA.len()];
    if !media.is_empty() {
        headers.insert("content-type", HeaderValue::from_static(media));
    }
    let memory = Memory {
        status: StatusCode::OK,
        headers,
        pieces,
        broken: way >= MEDIA.len(),
    };
    let client = memory.client()?;
    let question = ChatMessage::new(ChatRole::User).content(CANARY);
    let request = ChatExperimentRequest::new("exp_1", [question]);
    block_on(async {
        let mut seen = Vec::new();
        let stream = match client.chat_experiment_stream(&request).await {
            Ok(stream) => stream,
            Err(error) => return told(&error).map(|told| vec![told]),
        };
        let mut events = stream.raw();
        let mut over = false;
        while let Some(event) = events.next().await {
            if over {
                return Err(format!("more came behind the end: {seen:?} {event:?}"));
            }
            match event {
                Ok(event) => seen.push(format!("{} {:?}", event.number, event)),
                Err(error) => {
                    over = !error.is_decode();
                    seen.push(told(&error)?);
                }
            }
        }
        if events.next().await.is_some() {
            return Err("a stream that is over goes on".to_owned());
        }
        Ok(seen)
    })?
}
