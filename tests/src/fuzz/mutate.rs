//! Random changes of bytes and of JSON.

use fastrand::Rng;
use serde_json::{Map, Number, Value, json};

/// Changes a few bytes: one more, one less, another one, a piece twice.
pub(super) fn bytes(bytes: &mut Vec<u8>, random: &mut Rng) {
    for _ in 0..random.usize(1..4) {
        let place = random.usize(..=bytes.len());
        match random.u8(..4) {
            0 => bytes.insert(place, random.u8(..)),
            1 if place < bytes.len() => drop(bytes.remove(place)),
            2 if place < bytes.len() => bytes[place] = random.u8(..),
            _ => {
                let end = bytes.len().min(place + random.usize(..16));
                bytes.extend_from_within(place..end);
            }
        }
    }
}

/// Changes JSON somewhere.
pub(super) fn json(value: &mut Value, random: &mut Rng) {
    match value {
        Value::Object(members) if !members.is_empty() && random.u8(..4) > 0 => {
            object(members, random);
        }
        Value::Array(items) if !items.is_empty() && random.u8(..4) > 0 => array(items, random),
        other => *other = anything(random, 3),
    }
}

fn object(members: &mut Map<String, Value>, random: &mut Rng) {
    let names: Vec<String> = members.keys().cloned().collect();
    let name = &names[random.usize(..names.len())];
    match random.u8(..8) {
        0 => drop(members.remove(name)),
        1 => drop(members.insert("novelty".to_owned(), anything(random, 3))),
        2 => drop(members.insert(name.clone(), anything(random, 3))),
        _ => {
            if let Some(member) = members.get_mut(name) {
                json(member, random);
            }
        }
    }
}

fn array(items: &mut Vec<Value>, random: &mut Rng) {
    let place = random.usize(..items.len());
    match random.u8(..6) {
        0 => drop(items.remove(place)),
        1 => items.push(items[place].clone()),
        2 => items.insert(place, anything(random, 3)),
        _ => json(&mut items[place], random),
    }
}

/// Any JSON, nested at most this deep.
fn anything(random: &mut Rng, depth: u8) -> Value {
    let kinds = if depth == 0 { 6 } else { 8 };
    match random.u8(..kinds) {
        0 => Value::Null,
        1 => json!(random.bool()),
        2 => json!(random.i64(-3..10)),
        3 => number(random),
        4 => json!(text(random)),
        5 => json!(""),
        6 => (0..random.usize(..4))
            .map(|_| anything(random, depth - 1))
            .collect(),
        _ => {
            let members =
                (0..random.usize(..4)).map(|_| (text(random), anything(random, depth - 1)));
            Value::Object(members.collect())
        }
    }
}

/// The numbers at which something changes.
fn number(random: &mut Rng) -> Value {
    let edges = [
        0.5,
        -0.0,
        1e15,
        9_007_199_254_740_993.0,
        1e300,
        -1e300,
        5e-324,
        1e19,
    ];
    let whole = [i64::MIN, i64::MAX, 1 << 31, -(1 << 31) - 1, 1 << 53];
    match random.u8(..3) {
        0 => {
            Number::from_f64(edges[random.usize(..edges.len())]).map_or(Value::Null, Value::Number)
        }
        1 => json!(whole[random.usize(..whole.len())]),
        _ => json!(u64::MAX),
    }
}

/// Words that a schema knows, and ones that it does not.
fn text(random: &mut Rng) -> String {
    const WORDS: [&str; 16] = [
        "text",
        "image_url",
        "type",
        "auto",
        "none",
        "user",
        "function",
        "stop",
        "error",
        "detail",
        "novelty",
        "\u{2028}",
        "\0",
        "\u{1F30A}",
        "a\nb",
        "2024-02-29T12:00:00Z",
    ];
    WORDS[random.usize(..WORDS.len())].to_owned()
}
