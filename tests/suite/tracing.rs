//! What a call tells `tracing`.

use std::time::Duration;

use humanloop::RetryPolicy;
use humanloop::endpoints::ChatExperiment;
use humanloop::mock::{Fault, MockServer};
use serde_json::json;
use tests::spans::Spans;

use crate::calls::chat_experiment;

fn block_on<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(future)
}

/// All lines without the port, which is another one each time.
fn lines(spans: &Spans, server: &MockServer) -> Vec<String> {
    let port = format!("server.port={}", server.address().port());
    let lines = spans.lines().into_iter();
    lines
        .map(|line| line.replace(&port, "server.port=1"))
        .collect()
}

const SPAN: &str = "span call otel.name=\"chat_experiment\" otel.kind=\"client\" http.request.method=\"POST\" \
    url.template=\"/chat-experiment\" server.address=\"127.0.0.1\" server.port=1";

#[test]
fn a_call_is_a_span_and_a_retry_an_event() {
    let server = MockServer::start().expect("a server");
    server
        .on::<ChatExperiment>()
        .reply_status(429, json!({"detail": "slower"}))
        .header("retry-after-ms", "1")
        .then()
        .text("hello")
        .header("x-request-id", "r-1");
    let spans = Spans::default();
    let client = server.client().expect("a client");
    let reply = spans.during(|| block_on(client.chat_experiment(&chat_experiment()).send()));
    assert_eq!(reply.expect("an answer").data[0].output, "hello");
    let expected = [
        &format!("{SPAN} stream=false"),
        "of 1 gen_ai.operation.name=\"chat_experiment\"",
        "of 1 gen_ai.provider.name=\"humanloop\"",
        "WARN in 1 message=sent again after a wait attempt=1 wait_ms=1 error.type=\"429\"",
        "of 1 http.response.status_code=200",
        "of 1 request_id=\"r-1\"",
        "of 1 http.request.resend_count=1",
    ];
    assert_eq!(lines(&spans, &server), expected);
}

#[test]
fn a_stream_is_a_span_until_its_end() {
    let server = MockServer::start().expect("a server");
    server
        .on::<ChatExperiment>()
        .text("one two three")
        .fault_after(2, Fault::Reset);
    let policy = RetryPolicy::default().first_wait(Duration::from_millis(1));
    let client = server.builder().retry_policy(policy).build();
    let client = client.expect("a client");
    let spans = Spans::default();
    let samples = spans.during(|| {
        block_on(async {
            let stream = client.chat_experiment_stream(&chat_experiment()).await;
            stream.expect("a stream").samples().await
        })
    });
    assert!(samples.error.is_some_and(|error| error.is_cut()));
    let expected = [
        &format!("{SPAN} stream=true"),
        "of 1 gen_ai.operation.name=\"chat_experiment\"",
        "of 1 gen_ai.provider.name=\"humanloop\"",
        "of 1 http.response.status_code=200",
        "of 1 http.response.status_code=200",
        "of 1 otel.status_code=\"ERROR\"",
        "of 1 error.type=cut",
    ];
    assert_eq!(lines(&spans, &server), expected);
}
