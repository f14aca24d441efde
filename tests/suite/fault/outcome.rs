//! What comes of a call, as text.

use std::error::Error as _;
use std::fmt::Write;
use std::time::Instant;

use humanloop::{Error, EventStream};
use tests::server::{PATIENCE, Server};

use super::{CANARIES, Event, Talk};

/// Whether the client closes the connection on which the server waits.
pub(super) async fn is_left(server: &Server) -> bool {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if server.was_closed_by_client() {
            return true;
        }
        tokio::task::yield_now().await;
    }
    false
}

pub(super) async fn stream(text: &mut String, stream: Result<EventStream<Event>, Error>) {
    let mut stream = match stream {
        Ok(stream) => stream,
        Err(error) => return list_error(text, &error),
    };
    while let Some(event) = stream.next().await {
        match event {
            Ok(event) => {
                let _ = writeln!(text, "event {}", brief(&event));
            }
            Err(error) => list_error(text, &error),
        }
    }
    assert!(
        stream.next().await.is_none(),
        "a stream that is over stays over"
    );
    text.push_str("end\n");
}

pub(super) async fn words(text: &mut String, stream: Result<EventStream<String>, Error>) {
    let mut stream = stream.expect("a stream");
    while let Some(word) = stream.next().await {
        let _ = writeln!(text, "{:?}", word.expect("a word"));
    }
}

/// An event on one line.
fn brief(event: &Event) -> String {
    let parts = event.data.iter().map(|part| {
        let output: String = part.output.chars().take(40).collect();
        let finish = part.finish_reason.as_ref().map(|word| format!(" ({word})"));
        format!("{}: {output:?}{}", part.index, finish.unwrap_or_default())
    });
    let parts: Vec<String> = parts.chain(event.note.clone()).collect();
    format!("[{}]", parts.join(", "))
}

pub(super) async fn samples(text: &mut String, stream: Result<EventStream<Event>, Error>) {
    let samples = match stream {
        Ok(stream) => stream.samples().await,
        Err(error) => return list_error(text, &error),
    };
    for sample in &samples.samples {
        let finish = sample.finish.as_deref().unwrap_or("ended early");
        let (key, pieces, id) = (sample.key, sample.pieces, &sample.merged.id);
        let _ = writeln!(
            text,
            "sample {key}: {:?} {finish}, {pieces} pieces, {id:?}",
            sample.text
        );
    }
    for error in samples.skipped.iter().chain(&samples.error) {
        list_error(text, error);
    }
    let complete = if samples.is_complete() {
        "complete"
    } else {
        "not complete"
    };
    let _ = writeln!(text, "{complete}, {} events", samples.events);
}

pub(super) async fn texts(text: &mut String, stream: Result<EventStream<Event>, Error>) {
    let mut stream = match stream {
        Ok(stream) => stream.text(),
        Err(error) => return list_error(text, &error),
    };
    while let Some(piece) = stream.next().await {
        match piece {
            Ok(piece) => {
                let _ = writeln!(text, "{}: {:?}", piece.key, piece.to_string());
            }
            Err(error) => list_error(text, &error),
        }
    }
}

pub(super) async fn raw(text: &mut String, stream: Result<EventStream<Event>, Error>) {
    let mut stream = match stream {
        Ok(stream) => stream.raw(),
        Err(error) => return list_error(text, &error),
    };
    while let Some(event) = stream.next().await {
        match event {
            Ok(event) => {
                let (number, name, id) = (event.number, &event.name, &event.id);
                let data = String::from_utf8_lossy(&event.data);
                let _ = writeln!(
                    text,
                    "{number} {name:?} {id:?} {} {data}",
                    brief(&event.value)
                );
            }
            Err(error) => list_error(text, &error),
        }
    }
}

/// All that an error says, in a form that is the same on every machine.
pub(super) fn list_error(text: &mut String, error: &Error) {
    let mut message = error.to_string();
    let mut debug = format!("{error:?}");
    let mut source = error.source();
    while let Some(cause) = source {
        // Systems have words of their own for the same thing.
        message = message.replace(&cause.to_string(), "…");
        let _ = write!(debug, "{cause} {cause:?}");
        source = cause.source();
    }
    for canary in CANARIES {
        assert!(
            !debug.contains(canary) && !message.contains(canary),
            "{debug}"
        );
    }
    let _ = writeln!(text, "error: {message}");
    let kinds = [
        (error.is_refused(), "refused"),
        (error.is_connect(), "connect"),
        (error.is_timeout(), "timeout"),
        (error.is_cut(), "cut"),
        (error.is_status(), "status"),
        (error.is_error_event(), "error event"),
        (error.is_decode(), "decode"),
        (error.is_unexpected_body(), "unexpected body"),
        (error.is_too_large(), "too large"),
        (error.is_retryable(), "retryable"),
    ];
    let kinds: Vec<&str> = kinds
        .iter()
        .filter(|(is, _)| *is)
        .map(|(_, name)| *name)
        .collect();
    let _ = writeln!(text, "  is: {}", kinds.join(", "));
    let facts = [
        ("status", error.status().map(|status| status.to_string())),
        ("request", error.request_id().map(str::to_owned)),
        ("event", error.event().map(|number| number.to_string())),
        (
            "events before",
            error.events_before().map(|number| number.to_string()),
        ),
        ("path", error.path().map(str::to_owned)),
        (
            "retry after",
            error.retry_after().map(|wait| format!("{wait:?}")),
        ),
        (
            "failure",
            error.failure::<Talk>().map(|value| cut(&value.to_string())),
        ),
        ("text", error.text().map(|text| cut(&text))),
    ];
    for (name, fact) in facts {
        if let Some(fact) = fact {
            let _ = writeln!(text, "  {name}: {fact}");
        }
    }
}

/// The beginning of a text, on one line. Bodies are as they came, so canaries in them are taken out here.
fn cut(text: &str) -> String {
    let mut text = text.escape_debug().to_string();
    for canary in CANARIES {
        text = text.replace(canary, "[canary]");
    }
    if text.contains("user-agent") {
        "the request, sent back".to_owned()
    } else {
        text.chars().take(120).collect()
    }
}
