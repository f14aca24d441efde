//! The mock server as its users meet it: default answers, scripts, refusals, faults, what it saw.

use std::time::Duration;

use humanloop::endpoints::{ChatExperiment, ChatModelConfig, CompletionModelConfig};
use humanloop::mock::{Fault, Like, MockServer, event_like, reply_like};
use humanloop::runtime::Endpoint;
use humanloop::types::{ChatPiece, ChatResponse, UnprocessableEntity};
use humanloop::{Client, Samples};
use serde_json::{Value, json};
use tests::cases::{Outputs, walk};
use tests::server::PATIENCE;
use tests::wire;

use crate::calls::{chat_experiment, chat_model_config, completion_model_config};

/// A server, and a client that sends nothing twice.
fn start() -> (MockServer, Client) {
    let server = MockServer::start().expect("a server");
    let client = server.builder().retries(0).build().expect("a client");
    (server, client)
}

/// The same with a client that waits no longer than it must to notice a fault.
fn start_for(fault: Fault) -> (MockServer, Client) {
    let server = MockServer::start().expect("a server");
    let limit = match fault {
        Fault::Stall | Fault::Silence | Fault::OnlyComments | Fault::EndlessComment => {
            Duration::from_millis(100)
        }
        _ => PATIENCE,
    };
    let builder = server.builder().retries(0).max_event(1 << 16);
    let builder = builder.timeout(limit).stream_start_timeout(limit);
    let client = builder.idle_timeout(limit).event_timeout(limit).build();
    (server, client.expect("a client"))
}

/// A case holds requests as they travel, and the heads and bodies that come back.
#[test]
fn cases() {
    walk("mock", |case| {
        let server = MockServer::start().expect("a server");
        let request = case.text("request.txt").expect("a case has a request");
        let answer = wire::exchange(server.address(), &wire::request(&request));
        Outputs::from([("answer.txt".to_owned(), answer)])
    });
}

#[tokio::test]
async fn answers_are_the_examples_for_as_many_samples_as_were_asked_for() {
    let (_server, client) = start();
    for count in [1, 2, 5] {
        let reply = client
            .chat_model_config(&chat_model_config().num_samples(count))
            .await
            .expect("an answer");
        assert_eq!(reply.num_samples, Some(count));
        let indices: Vec<_> = reply.data.iter().map(|sample| sample.index).collect();
        assert_eq!(indices, (0..count).collect::<Vec<_>>());

        let request = completion_model_config().num_samples(count);
        let whole = client
            .completion_model_config(&request)
            .await
            .expect("an answer");
        let stream = client
            .completion_model_config_stream(&request)
            .await
            .expect("a stream");
        let samples = stream.samples().await.into_result().expect("all of it");
        let streamed: Vec<_> = samples.iter().map(|sample| sample.text.as_str()).collect();
        let texts: Vec<_> = whole
            .data
            .iter()
            .map(|sample| sample.output.as_str())
            .collect();
        assert_eq!(streamed, texts);
    }
}

#[tokio::test]
async fn pieces_take_turns_and_only_the_last_says_why() {
    let (server, client) = start();
    server.on::<ChatModelConfig>().texts(["a b c", "d"]);
    let request = chat_model_config().num_samples(2);
    let mut events = client
        .chat_model_config_stream(&request)
        .await
        .expect("a stream");
    let mut seen = Vec::new();
    while let Some(event) = events.next().await {
        let ChatPiece {
            index,
            output,
            finish_reason,
            output_message,
            ..
        } = event.expect("good").data.remove(0);
        let content = json!(output_message.and_then(|message| message.content));
        assert_eq!(content, json!(output));
        seen.push((index, output, finish_reason.is_some()));
    }
    let piece = |index, text: &str, last| (Some(index), Some(text.to_owned()), last);
    assert_eq!(
        seen,
        [
            piece(0, "a", false),
            piece(1, "d", true),
            piece(0, " b", false),
            piece(0, " c", true)
        ]
    );
}

#[tokio::test]
async fn a_tool_call_comes_whole_in_the_last_piece() {
    let (server, client) = start();
    server.on::<ChatModelConfig>().reply_example("tool_call");
    let whole = client
        .chat_model_config(&chat_model_config())
        .await
        .expect("an answer");
    let stream = client
        .chat_model_config_stream(&chat_model_config())
        .await
        .expect("a stream");
    let samples = stream.samples().await.into_result().expect("all of it");
    assert_eq!(samples[0].merged.tool_calls, whole.data[0].tool_calls);
    assert_eq!(samples[0].finish.as_deref(), Some("tool_call"));
    assert!(!samples[0].merged.tool_calls.is_empty());
}

#[tokio::test]
async fn answers_come_one_after_the_other_and_the_last_one_stays() {
    let (server, client) = start();
    server
        .on::<ChatExperiment>()
        .reply_status(503, json!({"detail": "busy"}))
        .header("x-request-id", "r-1")
        .then()
        .reply_like(json!({"data": [{"output": "first"}]}))
        .then()
        .text("then");
    let error = client
        .chat_experiment(&chat_experiment())
        .await
        .expect_err("busy");
    assert_eq!(
        (error.status().map(|it| it.as_u16()), error.request_id()),
        (Some(503), Some("r-1"))
    );
    for want in ["first", "then", "then"] {
        let reply = client
            .chat_experiment(&chat_experiment())
            .await
            .expect("an answer");
        assert_eq!(reply.data[0].output, want);
    }
    assert_eq!(server.requests_to::<ChatExperiment>().len(), 4);
    assert_eq!(server.requests_to::<ChatModelConfig>().len(), 0);
    // A connection comes back a moment after its answer was read: the next call may be faster.
    assert!(server.connections() < 4, "no connection served twice");
}

#[tokio::test]
async fn failures_are_the_examples() {
    let (server, client) = start();
    server.on::<ChatExperiment>().status(422);
    let error = client
        .chat_experiment(&chat_experiment())
        .await
        .expect_err("refused");
    assert!(error.failure::<ChatExperiment>().is_some());
    assert!(
        error
            .message()
            .is_some_and(|text| text.contains("num_samples")),
        "{error}"
    );
    server
        .on::<ChatExperiment>()
        .reply_bytes(502, "text/html", "<h1>Bad Gateway</h1>");
    let error = client
        .chat_experiment(&chat_experiment())
        .await
        .expect_err("a page");
    assert_eq!(error.text().as_deref(), Some("<h1>Bad Gateway</h1>"));
}

#[tokio::test]
async fn a_script_that_cannot_be_followed_says_so() {
    let (server, client) = start();
    server.on::<ChatExperiment>().reply_example("no_such");
    let error = client
        .chat_experiment(&chat_experiment())
        .await
        .expect_err("no such example");
    let text = error.text().unwrap_or_default();
    assert!(
        text.contains("no_such") && text.contains("two_samples"),
        "{text}"
    );
}

#[test]
fn values_are_made_like_their_examples() {
    let reply = ChatResponse::like(json!({"data": [{"output": "a"}, {"index": 1}], "user": "me"}))
        .expect("a value");
    assert_eq!(
        (
            reply.data.len(),
            reply.data[0].output.as_str(),
            reply.data[1].index
        ),
        (2, "a", 1)
    );
    assert_eq!(reply.user.as_deref(), Some("me"));
    assert!(!reply.data[1].model_config_id.is_empty());
    let error =
        ChatResponse::like(json!({"data": [{"index": "no number"}]})).expect_err("another type");
    assert_eq!(error.path.as_deref(), Some("data[0].index"));

    let event =
        event_like::<CompletionModelConfig>(json!({"data": [{"output": "x"}]})).expect("an event");
    assert_eq!(event.data[0].output.as_deref(), Some("x"));
    let reply = reply_like::<CompletionModelConfig>(json!({"num_samples": 9})).expect("a reply");
    assert_eq!(reply.num_samples, Some(9));
    let failure = UnprocessableEntity::example().expect("a failure");
    assert!(!matches!(failure, UnprocessableEntity::Unknown(_)));
}

/// What a client makes of a stream with a fault in it.
async fn outcome(client: &Client) -> Result<Samples<ChatPiece>, humanloop::Error> {
    let request = chat_model_config().num_samples(2);
    let stream = client.chat_model_config_stream(&request).await?;
    Ok(stream.samples().await)
}

/// Each fault in a stream: what came before it is delivered, it is told once, and nothing is sent twice.
#[tokio::test]
async fn every_fault_of_a_stream_is_told() {
    for fault in Fault::ALL {
        let (server, client) = start_for(fault);
        server
            .on::<ChatModelConfig>()
            .texts(["one two three", "four five six"])
            .fault_after(2, fault);
        match outcome(&client).await {
            Ok(samples) => judge(fault, &samples),
            Err(error) => assert!(is_instead(fault), "{fault}: {error}"),
        }
        assert_eq!(server.requests().len(), 1, "{fault}");
    }
}

fn judge(fault: Fault, samples: &Samples<ChatPiece>) {
    let told = samples.skipped.len() + usize::from(samples.error.is_some());
    let place = format!("{fault}: {:?} {:?}", samples.error, samples.skipped);
    let texts: Vec<_> = samples
        .samples
        .iter()
        .map(|sample| sample.text.as_str())
        .collect();
    let whole = ["one two three", "four five six"];
    match fault {
        // One answer without pieces, which is no fault of a client to take.
        Fault::JsonInstead => {
            assert_eq!((told, texts.as_slice()), (0, whole.as_slice()), "{place}");
        }
        Fault::NoFinish => {
            assert_eq!((told, texts.as_slice()), (0, whole.as_slice()), "{place}");
            assert_eq!(samples.unfinished().count(), 2, "{place}");
        }
        fault if fault.is_harmless() => {
            assert_eq!((told, texts.as_slice()), (0, whole.as_slice()), "{place}");
            assert!(samples.is_complete(), "{place}");
        }
        // The stream goes on behind one event.
        Fault::NotJson | Fault::OtherForm | Fault::NotUtf8 => {
            assert_eq!((samples.skipped.len(), told), (1, 1), "{place}");
            assert_eq!(texts, ["one three", "four five six"], "{place}");
        }
        Fault::Empty => assert!(texts.is_empty() && told <= 1, "{place}"),
        // The event is complete but for its blank line, so it counts.
        Fault::NoBlankLine => assert_eq!(
            (told, texts.as_slice()),
            (1, ["one two", "four"].as_slice()),
            "{place}"
        ),
        fault => {
            assert_eq!(told, 1, "{place}");
            let before = if is_instead(fault) {
                &[][..]
            } else {
                &["one", "four"][..]
            };
            assert_eq!(texts, before, "{place}");
        }
    }
}

/// Whether there is no stream at all.
fn is_instead(fault: Fault) -> bool {
    let instead = [
        Fault::Silence,
        Fault::Close,
        Fault::Early,
        Fault::Redirect,
        Fault::Html,
        Fault::Compressed,
    ];
    instead.contains(&fault)
}

#[tokio::test]
async fn every_fault_of_an_answer_is_told() {
    for fault in Fault::ALL {
        let (server, client) = start_for(fault);
        server.on::<ChatModelConfig>().text("one two").fault(fault);
        let result = client.chat_model_config(&chat_model_config()).await;
        if fault.is_harmless() || fault.is_of_streams() {
            let reply = result.unwrap_or_else(|error| panic!("{fault}: {error}"));
            assert_eq!(reply.data[0].output, "one two", "{fault}");
        } else {
            assert!(result.is_err(), "{fault}: {result:?}");
        }
        assert_eq!(server.requests().len(), 1, "{fault}: nothing is sent twice");
    }
}

/// Other languages ask for a fault by a header.
#[tokio::test]
async fn a_fault_can_be_asked_for_by_name() {
    let (_server, client) = start();
    let call = client
        .chat_model_config_stream(&chat_model_config())
        .header("x-mock-fault", "reset@3");
    let samples = call.await.expect("a stream").samples().await;
    assert_eq!(samples.samples[0].text, "High tide in");
    assert!(samples.error.is_some_and(|error| error.is_cut()));
    let call = client
        .chat_model_config(&chat_model_config())
        .header("x-mock-fault", "rest");
    let text = call
        .await
        .expect_err("no such fault")
        .text()
        .unwrap_or_default();
    assert!(
        text.contains("`rest`") && text.contains("no-blank-line"),
        "{text}"
    );
}

#[tokio::test]
async fn what_it_saw_shows_no_secret() {
    let lines = std::sync::Arc::new(std::sync::Mutex::new(String::new()));
    let log = std::sync::Arc::clone(&lines);
    let setup = MockServer::setup().log(move |line| log.lock().expect("a log").push_str(line));
    let server = setup.start().expect("a server");
    let client = Client::builder()
        .base_url(server.url())
        .api_key("canary-1")
        .build()
        .expect("a client");
    let keys = humanloop::types::ProviderApiKeys::new().openai("canary-2");
    let request = chat_experiment().provider_api_keys(keys);
    client
        .chat_experiment(&request)
        .query("x", "y")
        .await
        .expect("an answer");
    let seen = server.requests().remove(0);
    assert_eq!(seen.header("X-Api-Key"), Some("canary-1"));
    assert_eq!(seen.json()["provider_api_keys"]["openai"], "canary-2");
    assert_eq!(
        (seen.query.as_str(), seen.endpoint),
        ("x=y", Some(ChatExperiment::ROUTE.name))
    );
    let told = format!("{seen:?} {server:?} {}", lines.lock().expect("a log"));
    assert!(
        told.contains("/v4/chat-experiment") && !told.contains("canary"),
        "{told}"
    );
}

#[tokio::test]
async fn many_calls_at_once_keep_their_answers_apart() {
    let (server, client) = start();
    let calls: Vec<_> = (0..32)
        .map(|number| {
            let request = chat_experiment().num_samples(number % 4 + 1);
            tokio::spawn(client.chat_experiment(&request).into_future())
        })
        .collect();
    for (number, call) in calls.into_iter().enumerate() {
        let reply = call.await.expect("the task ends").expect("an answer");
        assert_eq!(reply.data.len(), number % 4 + 1);
    }
    assert_eq!(server.requests().len(), 32);
    let bodies: Vec<Value> = server
        .requests()
        .iter()
        .map(humanloop::mock::Received::json)
        .collect();
    assert_eq!(
        bodies
            .iter()
            .filter(|body| body["num_samples"] == 4)
            .count(),
        8
    );
}
