//! Calls without an async runtime, and what becomes of them inside of one.

use std::time::{Duration, Instant};

use humanloop::endpoints::ChatExperiment;
use humanloop::mock::{Fault, MockServer};
use tests::server::PATIENCE;

use crate::calls::chat_experiment;

#[test]
fn the_same_calls_and_an_iterator_of_events() {
    let server = MockServer::start().expect("a server");
    server.on::<ChatExperiment>().text("one two three");
    let client = server.client().expect("a client");

    let reply = client.chat_experiment(&chat_experiment()).send_blocking();
    assert_eq!(reply.expect("an answer").data[0].output, "one two three");
    let answer = client.chat_experiment(&chat_experiment());
    let answer = answer.send_blocking_with_meta().expect("an answer");
    assert_eq!(answer.meta.status(), 200);

    let stream = || {
        let call = client.chat_experiment_stream(&chat_experiment());
        call.send_blocking().expect("a stream")
    };
    let events: Result<Vec<_>, _> = stream().collect();
    assert_eq!(events.expect("good events").len(), 3);
    let texts = stream().text().map(|piece| piece.map(|piece| piece.text));
    let texts: Result<Vec<_>, _> = texts.collect();
    assert_eq!(texts.expect("good pieces"), ["one", " two", " three"]);
    let samples = stream().samples().expect("no runtime around");
    assert!(samples.is_complete());
    for event in stream().raw() {
        assert!(event.expect("a good event").data.starts_with(b"{"));
    }
    // A connection comes back a moment after its answer was read: the next call may be faster.
    let (calls, connections) = (6, server.connections());
    assert!(
        connections < calls,
        "{connections} connections for {calls} calls"
    );
}

#[test]
fn faults_are_told_once_and_a_dropped_iterator_closes_its_connection() {
    let server = MockServer::start().expect("a server");
    server
        .on::<ChatExperiment>()
        .text("one two three")
        .fault_after(2, Fault::Reset)
        .then()
        .text("one two three")
        .fault_after(2, Fault::Stall);
    let client = server.client().expect("a client");
    let call = client.chat_experiment_stream(&chat_experiment());
    let events: Vec<_> = call.clone().send_blocking().expect("a stream").collect();
    let [Ok(_), Ok(_), Err(error)] = &events[..] else {
        panic!("two events and an error: {events:?}");
    };
    assert!(error.is_cut(), "{error}");

    let mut events = call.send_blocking().expect("a stream");
    assert!(events.next().is_some_and(|event| event.is_ok()));
    drop(events);
    let start = Instant::now();
    while server.open_connections() > 0 {
        assert!(start.elapsed() < PATIENCE, "the connection stays open");
        std::thread::sleep(Duration::from_millis(1));
    }
}

#[test]
fn inside_an_async_runtime_there_is_an_error() {
    let server = MockServer::start().expect("a server");
    let client = server.client().expect("a client");
    let call = client.chat_experiment_stream(&chat_experiment());
    let mut events = call.clone().send_blocking().expect("a stream");
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    runtime.expect("a runtime").block_on(async {
        let error = call.send_blocking().expect_err("refused");
        assert!(error.is_refused(), "{error}");
        assert!(error.to_string().contains("async runtime"), "{error}");
        let error = client.chat_experiment(&chat_experiment()).send_blocking();
        assert!(error.is_err_and(|error| error.is_refused()));
        let next = events.next().expect("an error");
        assert!(next.is_err_and(|error| error.is_refused()));
        assert!(events.next().is_none(), "over is over");
    });
}
