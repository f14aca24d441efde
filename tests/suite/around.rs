//! What is put around an attempt: asked once for each, the later one further out, and free to change the request.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use http::HeaderValue;
use humanloop::endpoints::ChatExperiment;
use humanloop::mock::MockServer;
use humanloop::{Body, BoxFuture, RetryPolicy, Transport, TransportError};

use crate::calls::chat_experiment;

/// Notes that it was asked, and brings a key of its own.
struct Layer {
    name: &'static str,
    notes: Arc<Mutex<Vec<&'static str>>>,
    inner: Arc<dyn Transport>,
}

impl Transport for Layer {
    fn send(
        &self,
        mut request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        self.notes.lock().expect("no panic").push(self.name);
        let key = HeaderValue::from_static(self.name);
        request.headers_mut().insert("x-api-key", key);
        self.inner.send(request)
    }
}

#[tokio::test]
async fn layers_see_every_attempt_from_the_outside_in() {
    let server = MockServer::start().expect("a server");
    server
        .on::<ChatExperiment>()
        .status(503)
        .then()
        .text("hello");
    let notes = Arc::new(Mutex::new(Vec::new()));
    let layer = |name| {
        let notes = Arc::clone(&notes);
        move |inner| Layer { name, notes, inner }
    };
    let client = server
        .builder()
        .retry_policy(RetryPolicy::default().first_wait(Duration::from_millis(1)))
        .around(layer("inner"))
        .around(layer("outer"))
        .build()
        .expect("a client");
    let answer = client.chat_experiment(&chat_experiment()).send_with_meta();
    assert_eq!(answer.await.expect("an answer").meta.attempts(), 2);
    let seen = notes.lock().expect("no panic").clone();
    assert_eq!(seen, ["outer", "inner", "outer", "inner"]);
    let requests = server.requests();
    assert!(
        requests
            .iter()
            .all(|request| request.header("x-api-key") == Some("inner"))
    );
}
