//! The six calls over real connections: what is sent, and what comes back.

use humanloop::endpoints::{ChatExperiment, ChatModelConfig, CompletionModelConfig};
use humanloop::mock::{MockServer, Received};
use humanloop::runtime::Endpoint;
use humanloop::types::{
    ChatExperimentRequest, ChatMessage, ChatModelConfigRequest, ChatRole,
    CompletionModelConfigRequest,
};
use humanloop::{Client, Error, EventStream, Samples};
use serde_json::{Value, json};

pub(crate) fn chat_experiment() -> ChatExperimentRequest {
    ChatExperimentRequest::new("exp_1", [question()]).project("harbour-guide")
}

pub(crate) fn chat_model_config() -> ChatModelConfigRequest {
    ChatModelConfigRequest::new([question()], "prv_1").project("harbour-guide")
}

pub(crate) fn completion_model_config() -> CompletionModelConfigRequest {
    CompletionModelConfigRequest::new("prv_2").project("harbour-guide")
}

fn question() -> ChatMessage {
    ChatMessage::new(ChatRole::User).content("When is high tide?")
}

fn start() -> (MockServer, Client) {
    let server = MockServer::start().expect("a server");
    let client = server.client().expect("a client");
    (server, client)
}

/// The one request that came, checked for what all requests have.
fn only<Op: Endpoint>(server: &MockServer, streams: bool) -> Value {
    let requests = server.requests();
    let [request] = requests.as_slice() else {
        panic!("one request, not {}", requests.len());
    };
    let accept = if streams {
        "text/event-stream"
    } else {
        "application/json"
    };
    assert_eq!(request.method, "POST");
    assert_eq!(request.path, format!("/v4{}", Op::ROUTE.path));
    assert_eq!(request.header("accept"), Some(accept));
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert_eq!(request.header("x-api-key"), Some("mock-key"));
    assert!(
        request
            .header("user-agent")
            .is_some_and(|agent| agent.starts_with("humanloop/"))
    );
    assert_eq!(request.endpoint, Some(Op::ROUTE.name));
    flag(request, streams)
}

/// The body without the flag, which is there once.
fn flag(request: &Received, streams: bool) -> Value {
    let mut body = request.json();
    let members = body.as_object_mut().expect("an object");
    assert_eq!(members.remove("stream"), Some(Value::Bool(streams)));
    let text = String::from_utf8_lossy(&request.body);
    assert_eq!(text.matches("\"stream\"").count(), 1, "{text}");
    body
}

fn chat(id: &str, value: &str) -> Value {
    let messages = json!([{"role": "user", "content": "When is high tide?"}]);
    json!({"project": "harbour-guide", "messages": messages, id: value})
}

#[tokio::test]
async fn chat_model_config_answers() {
    let (server, client) = start();
    server.on::<ChatModelConfig>().text("At 14:20.");
    let reply = client
        .chat_model_config(&chat_model_config())
        .await
        .expect("an answer");
    assert_eq!(reply.data[0].output, "At 14:20.");
    assert_eq!(
        only::<ChatModelConfig>(&server, false),
        chat("model_config_id", "prv_1")
    );
}

#[tokio::test]
async fn chat_experiment_answers() {
    let (server, client) = start();
    server.on::<ChatExperiment>().text("At 14:20.");
    let reply = client
        .chat_experiment(&chat_experiment())
        .await
        .expect("an answer");
    assert_eq!(reply.data[0].output, "At 14:20.");
    assert_eq!(
        only::<ChatExperiment>(&server, false),
        chat("experiment_id", "exp_1")
    );
}

#[tokio::test]
async fn completion_model_config_answers() {
    let (server, client) = start();
    server.on::<CompletionModelConfig>().text("At 14:20.");
    let request = completion_model_config();
    let reply = client
        .completion_model_config(&request)
        .await
        .expect("an answer");
    assert_eq!(reply.data[0].output, "At 14:20.");
    let want = json!({"project": "harbour-guide", "model_config_id": "prv_2"});
    assert_eq!(only::<CompletionModelConfig>(&server, false), want);
}

const TEXTS: [&str; 3] = [
    "High tide is at 14:20.",
    "Soon",
    " It peaks\nin the  afternoon ",
];

/// Three samples whose pieces came mixed are three texts again.
async fn rebuilt<P, E>(stream: Result<EventStream<E>, Error>)
where
    P: humanloop::runtime::Piece<Key = i64>,
    E: humanloop::runtime::Pieces<Piece = P>,
{
    let samples: Samples<P> = stream.expect("a stream").samples().await;
    assert!(samples.is_complete(), "{:?}", samples.error);
    assert!(samples.events > 3);
    let texts: Vec<_> = samples
        .samples
        .iter()
        .map(|sample| sample.text.as_str())
        .collect();
    assert_eq!(texts, TEXTS);
    let keys: Vec<_> = samples.samples.iter().map(|sample| sample.key).collect();
    assert_eq!(keys, [0, 1, 2]);
    assert!(
        samples
            .samples
            .iter()
            .all(|sample| sample.finish.as_deref() == Some("stop"))
    );
}

#[tokio::test]
async fn chat_model_config_streams_three_samples() {
    let (server, client) = start();
    let finished =
        json!({"data": TEXTS.map(|text| json!({"output": text, "finish_reason": "stop"}))});
    server.on::<ChatModelConfig>().reply_like(finished);
    let request = chat_model_config().num_samples(3);
    rebuilt(client.chat_model_config_stream(&request).await).await;
    let mut want = chat("model_config_id", "prv_1");
    want["num_samples"] = json!(3);
    assert_eq!(only::<ChatModelConfig>(&server, true), want);
}

#[tokio::test]
async fn chat_experiment_streams_three_samples() {
    let (server, client) = start();
    server.on::<ChatExperiment>().texts(TEXTS);
    let request = chat_experiment().num_samples(3);
    rebuilt(client.chat_experiment_stream(&request).await).await;
    let mut want = chat("experiment_id", "exp_1");
    want["num_samples"] = json!(3);
    assert_eq!(only::<ChatExperiment>(&server, true), want);
}

#[tokio::test]
async fn completion_model_config_streams_three_samples() {
    let (server, client) = start();
    let finished =
        json!({"data": TEXTS.map(|text| json!({"output": text, "finish_reason": "stop"}))});
    server.on::<CompletionModelConfig>().reply_like(finished);
    let request = completion_model_config().num_samples(3);
    rebuilt(client.completion_model_config_stream(&request).await).await;
    let want = json!({"project": "harbour-guide", "model_config_id": "prv_2", "num_samples": 3});
    assert_eq!(only::<CompletionModelConfig>(&server, true), want);
}

/// What callers move between threads.
#[test]
fn clients_calls_and_streams_can_be_sent() {
    fn is_shared<T: Clone + Send + Sync + 'static>(_: &T) {}
    fn is_sent<T: Send + 'static>(_: T) {}
    let client = Client::builder()
        .base_url("https://gateway.example/v4")
        .api_key("key");
    let client = client.build().expect("a client");
    is_shared(&client);
    is_sent(client.chat_experiment(&chat_experiment()).into_future());
    is_sent(
        client
            .chat_experiment_stream(&chat_experiment())
            .into_future(),
    );
    let request = chat_experiment();
    is_sent(async move {
        let mut events = client.chat_experiment_stream(&request).await?;
        while let Some(event) = events.next().await {
            event?;
        }
        let stream = client.chat_experiment_stream(&request).await?;
        Ok::<_, Error>(stream.samples().await.into_result()?.len())
    });
}

#[tokio::test]
async fn calls_outlive_what_they_were_made_from_and_run_elsewhere() {
    let (_server, client) = start();
    let call = {
        let request = chat_experiment();
        client.chat_experiment(&request)
    };
    drop(client);
    let reply = tokio::spawn(call.into_future())
        .await
        .expect("the task ends");
    assert_eq!(reply.expect("an answer").data.len(), 1);
}

/// No member of an answer is out of reach.
#[tokio::test]
async fn unknown_members_are_in_the_raw_answer_and_event() {
    let (server, client) = start();
    server
        .on::<ChatExperiment>()
        .reply_like(json!({"novelty": 7, "data": [{"output": "Hi", "novelty": 8}]}));
    let reply = client
        .chat_experiment(&chat_experiment())
        .send_with_meta()
        .await
        .expect("an answer");
    let raw: Value = serde_json::from_slice(&reply.body).expect("JSON");
    assert_eq!(
        (&raw["novelty"], &raw["data"][0]["novelty"]),
        (&json!(7), &json!(8))
    );

    server
        .on::<ChatExperiment>()
        .events([json!({"data": [{"index": 0, "novelty": [9]}], "novelty": null})]);
    let stream = client
        .chat_experiment_stream(&chat_experiment())
        .await
        .expect("a stream");
    let event = stream
        .raw()
        .next()
        .await
        .expect("an event")
        .expect("a good one");
    assert_eq!(
        event.data,
        r#"{"data":[{"index":0,"novelty":[9]}],"novelty":null}"#
    );
    assert_eq!(event.value.data[0].index, Some(0));
}
