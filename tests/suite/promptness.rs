//! An event is out as soon as its last byte is in: the server sends the next one only when the test holds this one.

use std::pin::Pin;
use std::task::{Context, Waker};

use futures_core::Stream;
use humanloop::endpoints::ChatExperiment;
use humanloop::mock::{Gate, MockServer};

use crate::calls::chat_experiment;

#[tokio::test]
async fn each_event_comes_before_the_next_is_sent() {
    let server = MockServer::start().expect("a server");
    let gate = Gate::new();
    server
        .on::<ChatExperiment>()
        .text("one two three four")
        .gate(&gate);
    let client = server.client().expect("a client");
    let mut events = client
        .chat_experiment_stream(&chat_experiment())
        .await
        .expect("the head comes before any event");
    let mut pieces = Vec::new();
    loop {
        let mut context = Context::from_waker(Waker::noop());
        let early = Pin::new(&mut events).poll_next(&mut context);
        assert!(early.is_pending(), "an event came through a closed gate");
        gate.open();
        let event = events.next().await.expect("one event for each opening");
        pieces.push(event.expect("a good event").data.remove(0));
        if pieces
            .last()
            .is_some_and(|piece| piece.finish_reason.is_some())
        {
            break;
        }
    }
    let texts: Vec<_> = pieces
        .iter()
        .filter_map(|piece| piece.output.as_deref())
        .collect();
    assert_eq!(texts, ["one", " two", " three", " four"]);
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn dropping_a_stream_closes_its_connection() {
    let server = MockServer::start().expect("a server");
    let gate = Gate::new();
    server
        .on::<ChatExperiment>()
        .text("one two three")
        .gate(&gate);
    let client = server.client().expect("a client");
    let mut events = client
        .chat_experiment_stream(&chat_experiment())
        .await
        .expect("a stream");
    gate.open();
    assert!(events.next().await.is_some());
    assert_eq!(server.open_connections(), 1);
    drop(events);
    // Loopback takes its time, and no clock says how much.
    while server.open_connections() > 0 {
        tokio::task::yield_now().await;
    }
    assert_eq!(server.abandoned(), 1);
}
