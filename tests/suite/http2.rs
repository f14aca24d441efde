//! Streams over HTTP/2: what ends a stream, and what ends the connection beneath it.

use std::future::poll_fn;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use bytes::Bytes;
use h2::server::{Connection, SendResponse};
use h2::{Reason, SendStream};
use humanloop::{Client, RetryPolicy};
use tests::server::PATIENCE;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::calls::chat_experiment;

/// How a stream ends behind its two events.
#[derive(Debug, Clone, Copy)]
enum End {
    /// As it should.
    Regular,
    /// As it should, on a connection that takes no more requests.
    GoAwayGently,
    /// With its connection, for this reason.
    GoAway(Reason),
    /// Before its time, for this reason.
    Reset(Reason),
    /// With the connection beneath HTTP/2.
    Close,
    /// Before it began: the server has done nothing yet, or says so.
    Refuse(Reason),
}

/// A server whose streams have two events and an end.
struct Server {
    client: Client,
    requests: Arc<AtomicUsize>,
    /// Lets the server go on to the end.
    go: UnboundedSender<()>,
    /// Why the client ended a stream.
    left: UnboundedReceiver<Reason>,
}

impl Server {
    async fn start(end: End) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let requests = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&requests);
        let (go, mut gone) = unbounded_channel();
        let (leaving, left) = unbounded_channel();
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                let mut connection = h2::server::handshake(socket).await.expect("HTTP/2");
                while let Some(Ok((_, respond))) = connection.accept().await {
                    counted.fetch_add(1, Ordering::SeqCst);
                    let stays = answer(&mut connection, respond, end, &mut gone, &leaving).await;
                    if !stays {
                        break;
                    }
                }
            }
        });
        let client = Client::builder()
            .base_url(format!("http://{address}/v4"))
            .api_key("key")
            .retry_policy(RetryPolicy::default().first_wait(Duration::from_millis(1)))
            .idle_timeout(PATIENCE)
            .http2_prior_knowledge()
            .build()
            .expect("a client");
        Self {
            client,
            requests,
            go,
            left,
        }
    }
}

/// Two events and the end; false when the connection is to be dropped.
async fn answer(
    connection: &mut Connection<TcpStream, Bytes>,
    mut respond: SendResponse<Bytes>,
    end: End,
    gone: &mut UnboundedReceiver<()>,
    leaving: &UnboundedSender<Reason>,
) -> bool {
    if let End::Refuse(reason) = end {
        respond.send_reset(reason);
        return true;
    }
    let mut head = http::Response::new(());
    let media = http::HeaderValue::from_static("text/event-stream");
    head.headers_mut().insert("content-type", media);
    let mut stream = respond.send_response(head, false).expect("an open stream");
    for text in ["a", "b"] {
        let event = format!("data: {{\"data\": [{{\"index\": 0, \"output\": \"{text}\"}}]}}\n\n");
        let sent = stream.send_data(event.into(), false);
        sent.expect("an open stream");
    }
    // The connection moves only when it is polled.
    tokio::select! {
        _ = poll_fn(|cx| connection.poll_closed(cx)) => false,
        reason = poll_fn(|cx| stream.poll_reset(cx)) => {
            leaving.send(reason.expect("a reset")).is_ok()
        }
        go = gone.recv() => go.is_some() && finish(connection, stream, end),
    }
}

/// Ends a stream; false when the connection is to be dropped.
fn finish(
    connection: &mut Connection<TcpStream, Bytes>,
    mut stream: SendStream<Bytes>,
    end: End,
) -> bool {
    let mut last = || {
        let sent = stream.send_data(Bytes::new(), true);
        sent.expect("an open stream");
    };
    match end {
        End::Regular => last(),
        End::GoAwayGently => {
            connection.graceful_shutdown();
            last();
        }
        End::GoAway(reason) => connection.abrupt_shutdown(reason),
        End::Reset(reason) => stream.send_reset(reason),
        End::Refuse(_) => {}
        End::Close => return false,
    }
    true
}

/// Reads a stream: its texts, then the words for what ended it.
async fn outcome(server: &Server) -> (Vec<String>, Vec<&'static str>) {
    let mut seen = (Vec::new(), Vec::new());
    let mut events = match server
        .client
        .chat_experiment_stream(&chat_experiment())
        .await
    {
        Ok(events) => events,
        Err(error) => return (Vec::new(), vec![word(&error)]),
    };
    while let Some(event) = events.next().await {
        match event {
            Ok(mut event) => seen.0.extend(event.data.remove(0).output),
            Err(error) => {
                assert_eq!(error.events_before(), Some(2), "{error}");
                seen.1.push(word(&error));
            }
        }
        if seen.0.len() == 2 && seen.1.is_empty() {
            server.go.send(()).expect("the server is there");
        }
    }
    assert!(events.next().await.is_none(), "over is over");
    seen
}

fn word(error: &humanloop::Error) -> &'static str {
    assert!(!error.is_retryable(), "{error}");
    assert_eq!(error.attempts(), 1, "{error}");
    if error.is_cut() { "cut" } else { "other" }
}

#[tokio::test]
async fn what_ends_a_stream_early_is_told_once_and_nothing_is_sent_again() {
    let ends = [
        (End::Regular, 2, false),
        (End::GoAwayGently, 2, false),
        (End::GoAway(Reason::NO_ERROR), 2, true),
        (End::GoAway(Reason::INTERNAL_ERROR), 2, true),
        (End::Reset(Reason::INTERNAL_ERROR), 2, true),
        (End::Reset(Reason::CANCEL), 2, true),
        // The words of the protocol for an answer that is whole; the sample below still says that it is not.
        (End::Reset(Reason::NO_ERROR), 2, false),
        (End::Close, 2, true),
        (End::Refuse(Reason::REFUSED_STREAM), 0, true),
        (End::Refuse(Reason::ENHANCE_YOUR_CALM), 0, true),
    ];
    for (end, events, cut) in ends {
        let server = Server::start(end).await;
        let (texts, errors) = outcome(&server).await;
        assert_eq!(texts, ["a", "b"][..events], "{end:?}");
        let expected: &[_] = if cut { &["cut"] } else { &[] };
        assert_eq!(errors, expected, "{end:?}");
        assert_eq!(server.requests.load(Ordering::SeqCst), 1, "{end:?}");
    }
}

#[tokio::test]
async fn a_reset_that_claims_to_be_no_error_leaves_the_sample_unfinished() {
    let server = Server::start(End::Reset(Reason::NO_ERROR)).await;
    let call = server.client.chat_experiment_stream(&chat_experiment());
    let mut running = call.await.expect("a stream").running();
    while let Some(samples) = running.next().await {
        if samples.events == 2 {
            server.go.send(()).expect("the server is there");
        }
    }
    let samples = running.into_samples();
    assert!(samples.error.is_none() && !samples.is_complete());
    assert_eq!(samples.unfinished().count(), 1);
}

#[tokio::test]
async fn dropping_a_stream_ends_it_and_keeps_the_connection() {
    let mut server = Server::start(End::Regular).await;
    for _ in 0..2 {
        let call = server.client.chat_experiment_stream(&chat_experiment());
        let mut events = call.await.expect("a stream");
        assert!(events.next().await.is_some_and(|event| event.is_ok()));
        drop(events);
        assert_eq!(server.left.recv().await, Some(Reason::CANCEL));
    }
    assert_eq!(server.requests.load(Ordering::SeqCst), 2);
}
