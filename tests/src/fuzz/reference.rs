//! The rules of the HTML standard for event streams, word for word: slow, whole, and without a thought of its own.

/// An event as the standard dispatches it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dispatched {
    pub(super) name: String,
    pub(super) data: String,
    pub(super) id: String,
    /// The number of bytes of the body after which it can be dispatched.
    pub(super) after: usize,
}

/// What a body comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Outcome {
    pub(super) events: Vec<Dispatched>,
    pub(super) last_id: String,
    pub(super) retry: Option<u64>,
}

/// The buffers that the standard names.
#[derive(Default)]
struct Buffers {
    data: String,
    name: String,
    id: String,
}

/// Reads a whole body.
pub(super) fn read(body: &[u8]) -> Outcome {
    let mut outcome = Outcome::default();
    let mut buffers = Buffers::default();
    for (line, after) in lines(body) {
        if line.is_empty() {
            dispatch(&mut buffers, &mut outcome, after);
        } else if line.starts_with(':') {
            // A comment.
        } else if let Some((field, value)) = line.split_once(':') {
            let value = value.strip_prefix(' ').unwrap_or(value);
            take(field, value, &mut buffers, &mut outcome);
        } else {
            take(&line, "", &mut buffers, &mut outcome);
        }
    }
    outcome
}

/// The lines that have an end, decoded, each with the place behind that end's first byte.
fn lines(body: &[u8]) -> Vec<(String, usize)> {
    let mark = if body.starts_with(b"\xEF\xBB\xBF") {
        3
    } else {
        0
    };
    let mut lines = Vec::new();
    let mut line = Vec::new();
    let mut place = mark;
    while place < body.len() {
        match body[place] {
            b'\r' | b'\n' => {
                lines.push((String::from_utf8_lossy(&line).into_owned(), place + 1));
                line.clear();
                let pair = body[place..].starts_with(b"\r\n");
                place += usize::from(pair);
            }
            byte => line.push(byte),
        }
        place += 1;
    }
    lines
}

fn take(field: &str, value: &str, buffers: &mut Buffers, outcome: &mut Outcome) {
    match field {
        "event" => value.clone_into(&mut buffers.name),
        "data" => {
            buffers.data.push_str(value);
            buffers.data.push('\n');
        }
        "id" if !value.contains('\0') => value.clone_into(&mut buffers.id),
        "retry" if !value.is_empty() && value.chars().all(|digit| digit.is_ascii_digit()) => {
            outcome.retry = Some(number(value));
        }
        _ => {}
    }
}

/// A number in base ten; the standard has no largest one, a machine has.
fn number(digits: &str) -> u64 {
    digits.bytes().fold(0, |number: u64, digit| {
        number
            .saturating_mul(10)
            .saturating_add(u64::from(digit - b'0'))
    })
}

fn dispatch(buffers: &mut Buffers, outcome: &mut Outcome, after: usize) {
    buffers.id.clone_into(&mut outcome.last_id);
    let name = std::mem::take(&mut buffers.name);
    let mut data = std::mem::take(&mut buffers.data);
    if data.is_empty() {
        return;
    }
    data.pop();
    outcome.events.push(Dispatched {
        name: if name.is_empty() {
            "message".to_owned()
        } else {
            name
        },
        data,
        id: outcome.last_id.clone(),
        after,
    });
}
