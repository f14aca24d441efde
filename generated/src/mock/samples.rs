//! Answers with samples: as many as were asked for, with the texts that are wanted, whole or in pieces.

use serde_json::{Map, Value, json};

use super::table::{Entry, Part, PieceNames};

/// The most samples that one answer has, whatever the request asks for.
const MAX_SAMPLES: u64 = 1000;

/// How many samples a request asks for.
pub(super) fn count(entry: &Entry, request: &Value) -> usize {
    let member = entry.stream.and_then(|stream| stream.count);
    let count = member
        .and_then(|member| request.get(member))
        .and_then(Value::as_u64);
    usize::try_from(count.unwrap_or(1).clamp(1, MAX_SAMPLES)).unwrap_or(1)
}

/// Fits a whole answer to the number of samples, numbering them; there are too few examples, so they repeat.
pub(super) fn fit(entry: &Entry, answer: &mut Value, count: usize) {
    let Some(names) = entry.pieces() else { return };
    let Some(Value::Array(samples)) = answer.get_mut(names.samples) else {
        return;
    };
    if samples.is_empty() {
        return;
    }
    let fitted = samples.iter().cycle().take(count).cloned();
    *samples = fitted.collect();
    for (index, sample) in samples.iter_mut().enumerate() {
        set(sample, names.key, json!(index));
    }
    let echo = entry
        .stream
        .and_then(|stream| stream.count)
        .and_then(|name| answer.get_mut(name));
    if let Some(echo) = echo.filter(|echo| echo.is_number()) {
        *echo = json!(count);
    }
}

/// Gives the samples of a whole answer other texts.
pub(super) fn set_texts(entry: &Entry, answer: &mut Value, texts: &[String]) {
    let Some(names) = entry.pieces() else { return };
    let samples = answer.get_mut(names.samples).and_then(Value::as_array_mut);
    for (sample, text) in samples.into_iter().flatten().zip(texts.iter().cycle()) {
        retext(sample, names.text, text);
    }
}

/// Cuts a whole answer into events of one piece each, the samples taking turns.
pub(super) fn events(entry: &Entry, answer: &Value) -> Vec<Value> {
    let Some(names) = entry.pieces() else {
        return entry
            .examples_of(Part::Event)
            .map(|(_, event)| event)
            .collect();
    };
    let (event, piece) = skeleton(entry, names);
    let samples = answer.get(names.samples).and_then(Value::as_array);
    let mut queues: Vec<_> = samples
        .into_iter()
        .flatten()
        .map(|sample| pieces(names, &piece, sample).into_iter())
        .collect();
    let mut events = Vec::new();
    loop {
        let before = events.len();
        for piece in queues.iter_mut().filter_map(Iterator::next) {
            let mut event = event.clone();
            set(&mut event, names.samples, json!([piece]));
            echo_count(entry, answer, &mut event);
            events.push(event);
        }
        if events.len() == before {
            return events;
        }
    }
}

/// An event says how many samples there are, if the example does.
fn echo_count(entry: &Entry, answer: &Value, event: &mut Value) {
    let Some(name) = entry.stream.and_then(|stream| stream.count) else {
        return;
    };
    if let (Some(count), Some(echo)) = (answer.get(name), event.get_mut(name)) {
        *echo = count.clone();
    }
}

/// The document's example of an event from the middle of a sample, and of its piece.
fn skeleton(entry: &Entry, names: PieceNames) -> (Value, Value) {
    let events = entry.examples_of(Part::Event).map(|(_, event)| event);
    let open = events.filter_map(|event| {
        let piece = event.get(names.samples)?.get(0)?.clone();
        let finished = piece
            .get(names.finish)
            .is_some_and(|finish| !finish.is_null());
        (!finished).then_some((event, piece))
    });
    let fullest = open.max_by_key(|(_, piece)| piece.as_object().map_or(0, Map::len));
    fullest.unwrap_or_else(|| (json!({}), json!({})))
}

/// The pieces of one sample; only the last one says why it ends.
fn pieces(names: PieceNames, skeleton: &Value, sample: &Value) -> Vec<Value> {
    let text = sample
        .get(names.text)
        .and_then(Value::as_str)
        .unwrap_or_default();
    let tokens = tokens(text);
    let last = tokens.len() - 1;
    let piece = |(index, token): (usize, &str)| {
        let mut piece = skeleton.clone();
        take_over(names, &mut piece, sample);
        retext(&mut piece, names.text, token);
        set(
            &mut piece,
            names.key,
            sample.get(names.key).cloned().unwrap_or(json!(0)),
        );
        if index == last {
            fill_nulls(&mut piece, sample);
            let finish = sample.get(names.finish).filter(|finish| !finish.is_null());
            set(
                &mut piece,
                names.finish,
                finish.cloned().unwrap_or(json!("stop")),
            );
        } else {
            set(&mut piece, names.finish, Value::Null);
        }
        piece
    };
    tokens.into_iter().enumerate().map(piece).collect()
}

/// The words of a text, each with the white space before it; at least one.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let (mut start, mut in_word) = (0, false);
    for (place, c) in text.char_indices() {
        if c.is_whitespace() && in_word {
            tokens.push(&text[start..place]);
            start = place;
        }
        in_word = !c.is_whitespace();
    }
    tokens.push(&text[start..]);
    tokens
}

/// A piece has the ids of its sample.
fn take_over(names: PieceNames, piece: &mut Value, sample: &Value) {
    let text = text_of(piece, names.text);
    for (name, value) in piece.as_object_mut().into_iter().flatten() {
        let is_id = value.as_str().is_some_and(|id| id.trim() != text);
        if let Some(own) = sample.get(name).filter(|own| is_id && own.is_string()) {
            *value = own.clone();
        }
    }
}

/// Fills in what only the last piece of a sample says, such as tool calls.
fn fill_nulls(piece: &mut Value, sample: &Value) {
    if piece.is_null() {
        *piece = sample.clone();
        return;
    }
    for (name, value) in piece.as_object_mut().into_iter().flatten() {
        if let Some(own) = sample.get(name) {
            fill_nulls(value, own);
        }
    }
}

/// Replaces a text, in every member that repeats it.
fn retext(value: &mut Value, member: &str, text: &str) {
    let old = text_of(value, member);
    if !old.is_empty() {
        replace(value, &old, text);
    }
    set(value, member, json!(text));
}

fn text_of(value: &Value, member: &str) -> String {
    let text = value.get(member).and_then(Value::as_str);
    text.unwrap_or_default().trim().to_owned()
}

fn replace(value: &mut Value, old: &str, new: &str) {
    match value {
        Value::String(text) if text.trim() == old => new.clone_into(text),
        Value::Array(items) => items.iter_mut().for_each(|item| replace(item, old, new)),
        Value::Object(members) => members
            .values_mut()
            .for_each(|value| replace(value, old, new)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn set(object: &mut Value, name: &str, value: Value) {
    if let Some(members) = object.as_object_mut() {
        members.insert(name.to_owned(), value);
    }
}

#[cfg(test)]
mod tests {
    use super::tokens;

    #[test]
    fn tokens_join_to_the_text() {
        for text in ["", " ", "one", " one  two\n three ", "é\u{2028}ü"] {
            assert_eq!(tokens(text).concat(), text);
        }
        assert_eq!(
            tokens("High tide\nis  now"),
            ["High", " tide", "\nis", "  now"]
        );
    }
}
