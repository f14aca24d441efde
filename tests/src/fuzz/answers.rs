//! Whole answers of any status, with any headers: no panic, and nothing printed that is secret.

use bytes::Bytes;
use fastrand::Rng;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use humanloop::endpoints::CompletionModelConfig;
use humanloop::mock;
use humanloop::types::CompletionModelConfigRequest;
use serde_json::Value;

use super::memory::{CANARY, Memory, block_on, told};
use super::{Target, mutate};

pub(super) const TARGET: Target = Target {
    name: "answers",
    make,
    check,
};

/// Headers that a client acts on.
const NAMES: [&str; 8] = [
    "content-type",
    "content-encoding",
    "retry-after",
    "retry-after-ms",
    "location",
    "date",
    "x-request-id",
    "content-length",
];

const VALUES: [&str; 14] = [
    "application/json",
    "text/html",
    "gzip",
    "0",
    "-1",
    "1e308",
    "99999999999999999999",
    "NaN",
    "Sun, 06 Nov 1994 08:49:37 GMT",
    "Thu, 31 Feb 9999 23:59:60 GMT",
    "Sun, 99 Nov 1969 08:49:37 GMT",
    "https://elsewhere.example/?key=canary-of-the-client",
    "",
    "canary-of-the-client",
];

const BODIES: [&str; 6] = [
    "{\"detail\": \"canary-of-the-client\"}",
    "{\"detail\": [{\"loc\": [\"body\", 0], \"msg\": \"no\"}]}",
    "{\"error\": {\"message\": [[\"canary-of-the-client\"]]}}",
    "<html>canary-of-the-client",
    "[]",
    "",
];

/// Lines: the status, headers, an empty one, the body.
fn make(random: &mut Rng) -> Vec<u8> {
    let statuses = [
        200, 200, 201, 204, 302, 400, 401, 404, 422, 429, 500, 503, 599, 999,
    ];
    let mut text = format!("{}\n", statuses[random.usize(..statuses.len())]);
    for _ in 0..random.usize(..4) {
        text.push_str(NAMES[random.usize(..NAMES.len())]);
        text.push_str(": ");
        text.push_str(VALUES[random.usize(..VALUES.len())]);
        text.push('\n');
    }
    text.push('\n');
    text.push_str(&body(random));
    let mut input = text.into_bytes();
    if random.u8(..4) == 0 {
        mutate::bytes(&mut input, random);
    }
    input
}

fn body(random: &mut Rng) -> String {
    if random.bool() {
        return BODIES[random.usize(..BODIES.len())].to_owned();
    }
    let examples: Vec<_> = mock::examples().map(|(_, example)| example.json).collect();
    let example = examples[random.usize(..examples.len())];
    let mut value: Value = serde_json::from_str(example).unwrap_or_default();
    mutate::json(&mut value, random);
    value.to_string()
}

/// The answer that an input stands for; what is no header is left out.
fn answer(input: &[u8]) -> Option<Memory> {
    let mut lines = input.splitn(2, |byte| *byte == b'\n');
    let status = std::str::from_utf8(lines.next()?).ok()?.parse().ok()?;
    let mut rest = lines.next()?;
    let mut headers = HeaderMap::new();
    while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
        let line = &rest[..end];
        rest = &rest[end + 1..];
        if line.is_empty() {
            break;
        }
        let colon = line.iter().position(|byte| *byte == b':')?;
        let value = line[colon + 1..].trim_ascii();
        let name = HeaderName::from_bytes(&line[..colon]);
        if let (Ok(name), Ok(value)) = (name, HeaderValue::from_bytes(value)) {
            headers.append(name, value);
        }
    }
    Some(Memory {
        status: StatusCode::from_u16(status).ok()?,
        headers,
        pieces: rest.chunks(33).map(Bytes::copy_from_slice).collect(),
        broken: rest.len() % 5 == 4,
    })
}

fn check(input: &[u8]) -> Result<(), String> {
    let Some(answer) = answer(input) else {
        return Ok(());
    };
    let (status, broken) = (answer.status, answer.broken);
    let client = answer.client()?;
    let request = CompletionModelConfigRequest::new("prv_1");
    let call = client
        .completion_model_config(&request)
        .header("x-tenant", CANARY);
    match block_on(call.send_with_meta())? {
        Ok(answer) if !answer.meta.status().is_success() || broken => {
            Err(format!("a success out of {status}, broken: {broken}"))
        }
        Ok(answer) => match format!("{:?}", answer.meta) {
            told if told.contains(CANARY) => Err(format!("the metadata repeat the key: {told}")),
            _ => Ok(()),
        },
        Err(error) => {
            drop(error.failure::<CompletionModelConfig>());
            told(&error).map(drop)
        }
    }
}
