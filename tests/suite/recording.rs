//! Traffic taken down and played again: the same comes out, and no key is in the file.

use std::fs;
use std::path::PathBuf;

use humanloop::endpoints::ChatExperiment;
use humanloop::mock::{Fault, MockServer, Received, Tape};
use humanloop::types::{ChatExperimentRequest, ProviderApiKeys};
use humanloop::{Client, Secret};
use serde_json::json;
use tests::workspace::Scratch;

use crate::calls::chat_experiment;

/// The client's key and that of a provider, with letters that JSON and URLs write in other ways.
const CANARIES: [&str; 2] = ["canary-of-the-client", "canary\"of\\a provider"];

/// A server that says every secret back, in pieces small enough to cut it.
fn real() -> MockServer {
    let server = MockServer::start().expect("a server");
    let said = |request: &Received| {
        let body = request.json();
        let provider = body["provider_api_keys"]["openai"].as_str();
        let key = request.header("x-api-key").unwrap_or_default();
        let text = format!("{key} {}", provider.unwrap_or_default());
        vec![json!({"data": [{"index": 0, "output": text, "finish_reason": "stop"}]})]
    };
    let script = server.on::<ChatExperiment>().events_with(said);
    script.header("x-request-id", CANARIES[0]);
    server
}

fn request(user: &str) -> ChatExperimentRequest {
    let mut keys = ProviderApiKeys::default();
    keys.openai = Some(Secret::from(CANARIES[1]));
    chat_experiment().provider_api_keys(keys).user(user)
}

/// What a client makes of three calls, without the keys in it.
async fn outcome(client: &Client) -> Vec<String> {
    let mut seen = Vec::new();
    for fault in [None, Some(Fault::Cut), Some(Fault::NotUtf8)] {
        let name = fault.map_or("none", Fault::name);
        let mut call = client.chat_experiment_stream(&request(name));
        if let Some(fault) = fault {
            call = call.header("x-mock-fault", &format!("{fault}@0"));
        }
        let mut stream = call.await.expect("a stream");
        while let Some(event) = stream.next().await {
            seen.push(match event {
                Ok(event) => format!("{:?}", event.data[0].output),
                // The HTTP stack has other words for other places of a cut.
                Err(error) => format!("cut {}, decode {}", error.is_cut(), error.is_decode()),
            });
        }
    }
    let once = client.chat_experiment(&request("once")).await;
    seen.push(once.expect("an answer").data[0].output.clone());
    let masked = |text: String| {
        let text = text.replace(&CANARIES[1].escape_debug().to_string(), "[secret]");
        CANARIES
            .iter()
            .fold(text, |text, canary| text.replace(canary, "[secret]"))
    };
    seen.into_iter().map(masked).collect()
}

fn client(server: &MockServer) -> Client {
    let builder = server.builder().api_key(CANARIES[0]).retries(0);
    builder.build().expect("a client")
}

/// The file holds no key, and a server that plays it gives the same as the real one did.
async fn check(file: PathBuf, live: Vec<String>) {
    let text = fs::read_to_string(&file).expect("a recording");
    assert_eq!(text.lines().count(), 4, "{text}");
    assert!(text.contains("[secret]"), "{text}");
    for canary in ["canary", "a provider", "a%20provider"] {
        assert!(!text.contains(canary), "{text}");
    }
    let server = MockServer::setup().replay(file).start().expect("a server");
    let other = server.builder().api_key("another key").retries(0).build();
    assert_eq!(outcome(&other.expect("a client")).await, live);
    let error = client(&server)
        .chat_experiment(&request("never asked"))
        .await;
    let status = error.expect_err("no such call").status();
    assert_eq!(status.map(|status| status.as_u16()), Some(501));
}

#[tokio::test]
async fn around_a_client() {
    let (folder, server) = (Scratch::new("tape"), real());
    let file = folder.path().join("calls.jsonl");
    let tape = Tape::create(&file).expect("a file");
    let builder = server.builder().api_key(CANARIES[0]).retries(0);
    let builder = builder.around(move |network| tape.around(network));
    let live = outcome(&builder.build().expect("a client")).await;
    check(file, live).await;
}

#[tokio::test]
async fn between_a_client_and_a_server() {
    let (folder, server) = (Scratch::new("tape"), real());
    let file = folder.path().join("calls.jsonl");
    let tape = Tape::create(&file).expect("a file");
    let between = MockServer::setup().record(&server.url(), tape).start();
    let between = between.expect("a server");
    let live = outcome(&client(&between)).await;
    drop(between);
    check(file, live).await;
}

#[test]
fn what_is_no_recording_and_no_server_is_refused() {
    let folder = Scratch::new("tape");
    let file = folder.path().join("calls.jsonl");
    fs::write(&file, "{}\n").expect("a file");
    let error = MockServer::setup()
        .replay(&file)
        .start()
        .expect_err("no recording");
    assert!(error.to_string().contains("calls.jsonl:1"), "{error}");
    let tape = || Tape::create(&file).expect("a file");
    for base in [
        "gopher://x",
        "http://example.invalid",
        "https://user:password@example.invalid",
    ] {
        let error = MockServer::setup().record(base, tape()).start();
        let error = error.expect_err("no server").to_string();
        assert!(!error.contains("password@"), "{error}");
    }
}
