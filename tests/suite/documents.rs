//! One test per document, named after it: from its required fields to its last response field.
//!
//! Each fills in every field that its document names, and reads every field back; what is sent and what comes is
//! written out as JSON, so that a test reads like its document.

// The documents name deprecated fields too.
#![expect(deprecated, reason = "the documents name deprecated fields too")]

use humanloop::endpoints::{ChatExperiment, ChatModelConfig, CompletionModelConfig};
use humanloop::mock::MockServer;
use humanloop::types::{
    ChatEvent, ChatExperimentRequest, ChatMessage, ChatModelConfigRequest, ChatRole,
    CompletionEvent, CompletionModelConfigRequest, ContentPart, FinishReason, FunctionCall,
    FunctionName, ImageContent, ImageDetail, ImageUrl, LegacyToolChoice, MessageContent, NamedTool,
    ProviderApiKeys, ResponseFormat, ResponseFormatType, TemplateLanguage, TextContent, ToolCall,
    ToolChoice,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The request as it came, sorted as JSON values are.
fn sent(server: &MockServer) -> Value {
    server.requests().last().expect("a request came").json()
}

fn map<const N: usize>(members: [(&str, Value); N]) -> BTreeMap<String, Value> {
    members.map(|(name, value)| (name.to_owned(), value)).into()
}

fn keys() -> ProviderApiKeys {
    ProviderApiKeys::new()
        .openai("k1")
        .ai21("k2")
        .mock("k3")
        .anthropic("k4")
        .bedrock("k5")
        .cohere("k6")
        .openai_azure("k7")
        .openai_azure_endpoint("https://azure.example")
}

fn keys_json() -> Value {
    json!({
        "openai": "k1", "ai21": "k2", "mock": "k3", "anthropic": "k4", "bedrock": "k5", "cohere": "k6",
        "openai_azure": "k7", "openai_azure_endpoint": "https://azure.example",
    })
}

fn messages() -> Vec<ChatMessage> {
    let picture = ImageUrl::new("https://example.com/pier.jpg").detail(ImageDetail::Low);
    let parts: Vec<ContentPart> = vec![
        TextContent::new("How deep is it?").into(),
        ImageContent::new(picture).into(),
    ];
    let call = || FunctionCall::new("depth_at").arguments("{}");
    vec![
        ChatMessage::new(ChatRole::System).content("Answer briefly."),
        ChatMessage::new(ChatRole::User).name("Inga").content(parts),
        ChatMessage::new(ChatRole::Assistant)
            .tool_calls([ToolCall::new(call(), "call_1")])
            .tool_call(call()),
        ChatMessage::new(ChatRole::Tool)
            .tool_call_id("call_1")
            .content("6.2"),
    ]
}

fn messages_json() -> Value {
    let call = json!({"name": "depth_at", "arguments": "{}"});
    json!([
        {"role": "system", "content": "Answer briefly."},
        {"role": "user", "name": "Inga", "content": [
            {"type": "text", "text": "How deep is it?"},
            {"type": "image_url", "image_url": {"url": "https://example.com/pier.jpg", "detail": "low"}},
        ]},
        {
            "role": "assistant", "tool_calls": [{"id": "call_1", "type": "function", "function": call}],
            "tool_call": call,
        },
        {"role": "tool", "tool_call_id": "call_1", "content": "6.2"},
    ])
}

/// The fields that all documents have, with those that exclude others left out.
fn common() -> Value {
    json!({
        "project": "p", "project_id": "pr_1", "session_id": "sesh_1", "parent_id": "data_1",
        "inputs": {"town": "Lerwick"}, "source": "kiosk", "metadata": {"kiosk": 7}, "save": false,
        "source_datapoint_id": "evtc_1", "provider_api_keys": keys_json(), "num_samples": 2, "user": "visitor",
        "seed": 7, "return_inputs": false,
    })
}

fn with(mut base: Value, more: Value) -> Value {
    let (Value::Object(base_members), Value::Object(more)) = (&mut base, more) else {
        panic!("objects");
    };
    base_members.extend(more);
    base
}

fn without(mut base: Value, names: &[&str]) -> Value {
    for name in names {
        base.as_object_mut().expect("an object").remove(*name);
    }
    base
}

macro_rules! common {
    ($request:expr) => {
        $request
            .project("p")
            .project_id("pr_1")
            .session_id("sesh_1")
            .parent_id("data_1")
            .inputs(map([("town", json!("Lerwick"))]))
            .source("kiosk")
            .metadata(map([("kiosk", json!(7))]))
            .save(false)
            .source_datapoint_id("evtc_1")
            .provider_api_keys(keys())
            .num_samples(2)
            .user("visitor")
            .seed(7)
            .return_inputs(false)
    };
}

/// The fields of a chat's answer, every one of them there.
fn chat_fields(sample: &Value) -> Value {
    json!({
        "project_id": "pr_1", "num_samples": 1, "logprobs": 3, "suffix": "end", "user": "visitor", "data": [sample],
        "usage": {"prompt_tokens": 1, "generation_tokens": 2, "total_tokens": 3}, "metadata": {"kiosk": 7},
        "provider_responses": [{"id": "x"}], "provider_request": {"model": "m"}, "session_id": "sesh_1",
        "tool_choice": {"type": "function", "function": {"name": "depth_at"}},
    })
}

fn chat_sample() -> Value {
    let call = json!({"name": "depth_at", "arguments": "{}"});
    let calls = json!([{"id": "call_1", "type": "function", "function": call}]);
    with(
        completion_sample(),
        json!({
            "messages": messages_json(), "tool_call": call, "tool_calls": calls,
            "output_message": {"role": "assistant", "content": null, "tool_calls": calls},
        }),
    )
}

fn completion_sample() -> Value {
    json!({
        "id": "data_2", "index": 0, "output": "Six.", "raw_output": " Six.\n", "inputs": {"town": "Lerwick"},
        "finish_reason": "tool_call", "model_config_id": "prv_1",
        "tool_results": [{"id": "tr_1", "name": "Depths", "signature": "depth()", "result": "6.2"}],
    })
}

fn named_tool() -> ToolChoice {
    NamedTool::new(FunctionName::new("depth_at")).into()
}

/// Reads every field of a sample: whole samples and pieces have the same ones, the latter all optional.
macro_rules! check_sample {
    ($sample:expr, $some:expr) => {{
        let sample = $sample;
        assert_eq!(sample.id, $some("data_2".to_owned()));
        assert_eq!(sample.output, $some("Six.".to_owned()));
        assert_eq!(sample.raw_output, $some(" Six.\n".to_owned()));
        assert_eq!(sample.inputs, map([("town", json!("Lerwick"))]));
        assert_eq!(sample.finish_reason, Some(FinishReason::ToolCall));
        assert_eq!(sample.model_config_id, $some("prv_1".to_owned()));
        let result = &sample.tool_results[0];
        assert_eq!(
            [&result.id, &result.name, &result.signature, &result.result],
            ["tr_1", "Depths", "depth()", "6.2"]
        );
    }};
}

macro_rules! check_chat_sample {
    ($sample:expr, $some:expr, $message:expr) => {{
        let sample = $sample;
        check_sample!(sample, $some);
        assert_eq!(sample.messages, messages());
        let call = FunctionCall::new("depth_at").arguments("{}");
        assert_eq!(sample.tool_call.as_ref(), Some(&call));
        assert_eq!(sample.tool_calls, [ToolCall::new(call, "call_1")]);
        let message: &ChatMessage = $message;
        assert_eq!(message.role, ChatRole::Assistant);
        assert_eq!(message.content, None::<MessageContent>);
        assert_eq!(message.tool_calls.as_deref(), Some(&sample.tool_calls[..]));
    }};
}

/// Reads every field beside `data`.
macro_rules! check_answer {
    ($answer:expr) => {{
        let answer = $answer;
        assert_eq!(answer.project_id.as_deref(), Some("pr_1"));
        assert_eq!(answer.num_samples, Some(1));
        assert_eq!(answer.logprobs, Some(3));
        assert_eq!(answer.suffix.as_deref(), Some("end"));
        assert_eq!(answer.user.as_deref(), Some("visitor"));
        let usage = answer.usage.as_ref().expect("counts of tokens");
        assert_eq!(
            [usage.prompt_tokens, usage.generation_tokens, usage.total_tokens],
            [1, 2, 3]
        );
        assert_eq!(answer.metadata, Some(map([("kiosk", json!(7))])));
        assert_eq!(answer.provider_responses, [json!({"id": "x"})]);
        assert_eq!(answer.provider_request, Some(map([("model", json!("m"))])));
        assert_eq!(answer.session_id.as_deref(), Some("sesh_1"));
    }};
}

fn check_chat_event(event: &ChatEvent) {
    check_answer!(event);
    assert_eq!(event.tool_choice, Some(named_tool()));
    let piece = &event.data[0];
    assert_eq!(piece.index, Some(0));
    check_chat_sample!(
        piece,
        Some,
        piece.output_message.as_ref().expect("a message")
    );
}

#[tokio::test]
async fn chat_model_config() {
    let server = MockServer::start().expect("a server");
    let client = server.client().expect("a client");
    let format = ResponseFormat::new(ResponseFormatType::JsonObject);
    let request = common!(ChatModelConfigRequest::new(messages(), "prv_1"))
        .tool_choice(named_tool())
        .tool_call(LegacyToolChoice::from("auto"))
        .response_format(format);
    let want = with(
        common(),
        json!({
            "messages": messages_json(), "model_config_id": "prv_1",
            "tool_choice": {"type": "function", "function": {"name": "depth_at"}}, "tool_call": "auto",
            "response_format": {"type": "json_object"},
        }),
    );

    // The document shows the streamed half: one event with all that an event can have.
    server
        .on::<ChatModelConfig>()
        .events([chat_fields(&chat_sample())])
        .reply(chat_fields(&chat_sample()));
    let mut events = client
        .chat_model_config_stream(&request)
        .await
        .expect("a stream");
    check_chat_event(&events.next().await.expect("an event").expect("a good one"));
    assert!(events.next().await.is_none());
    assert_eq!(sent(&server), with(want.clone(), json!({"stream": true})));

    let reply = client.chat_model_config(&request).await.expect("an answer");
    check_answer!(&reply);
    assert_eq!(reply.tool_choice, Some(named_tool()));
    assert_eq!(reply.data[0].index, 0);
    check_chat_sample!(
        &reply.data[0],
        std::convert::identity,
        &reply.data[0].output_message
    );
    assert_eq!(sent(&server), with(want, json!({"stream": false})));
}

/// The document shows the flag, and no answer.
#[tokio::test]
async fn chat_experiment() {
    let server = MockServer::start().expect("a server");
    let client = server.client().expect("a client");
    let schema = map([("type", json!("object"))]);
    let format = ResponseFormat::new(ResponseFormatType::JsonSchema).json_schema(schema);
    let legacy = BTreeMap::from([("name".to_owned(), "depth_at".to_owned())]);
    let required = ChatExperimentRequest::new("exp_1", messages());
    let mut request = common!(required)
        .session_reference_id("visit-1")
        .parent_reference_id("visit-0")
        .tool_choice(ToolChoice::Required)
        .tool_call(legacy)
        .response_format(format);

    // Two pairs exclude each other, and are refused by name before anything is sent.
    let refused = client
        .chat_experiment(&request)
        .await
        .expect_err("two sessions");
    assert!(refused.is_refused());
    for name in ["session_id", "session_reference_id"] {
        assert!(refused.to_string().contains(name), "{refused}");
    }
    request.session_id = None;
    let refused = client
        .chat_experiment(&request)
        .await
        .expect_err("two parents");
    for name in ["parent_id", "parent_reference_id"] {
        assert!(refused.to_string().contains(name), "{refused}");
    }
    request.parent_id = None;
    assert_eq!(server.connections(), 0);

    let own = json!({
        "session_reference_id": "visit-1", "parent_reference_id": "visit-0", "messages": messages_json(),
        "experiment_id": "exp_1", "tool_choice": "required", "tool_call": {"name": "depth_at"},
        "response_format": {"type": "json_schema", "json_schema": {"type": "object"}},
    });
    let want = with(without(common(), &["session_id", "parent_id"]), own);
    server
        .on::<ChatExperiment>()
        .reply(chat_fields(&chat_sample()));
    let reply = client.chat_experiment(&request).await.expect("an answer");
    assert_eq!(sent(&server), with(want.clone(), json!({"stream": false})));
    check_answer!(&reply);
    check_chat_sample!(
        &reply.data[0],
        std::convert::identity,
        &reply.data[0].output_message
    );

    let stream = client.chat_experiment_stream(&request).await;
    drop(stream.expect("a stream"));
    assert_eq!(sent(&server), with(want, json!({"stream": true})));
}

#[tokio::test]
async fn completion_model_config() {
    let server = MockServer::start().expect("a server");
    let client = server.client().expect("a client");
    let request = common!(CompletionModelConfigRequest::new("prv_1"))
        .logprobs(3)
        .suffix("end")
        .template_language(TemplateLanguage::Jinja);
    let own = json!({"logprobs": 3, "suffix": "end", "template_language": "jinja", "model_config_id": "prv_1"});
    let want = with(common(), own);
    let fields = without(chat_fields(&completion_sample()), &["tool_choice"]);
    server
        .on::<CompletionModelConfig>()
        .events([&fields])
        .reply(&fields);

    let mut events = client
        .completion_model_config_stream(&request)
        .await
        .expect("a stream");
    let event: CompletionEvent = events.next().await.expect("an event").expect("a good one");
    check_answer!(&event);
    assert_eq!(event.data[0].index, Some(0));
    check_sample!(&event.data[0], Some);
    assert!(events.next().await.is_none());
    assert_eq!(sent(&server), with(want.clone(), json!({"stream": true})));

    let reply = client
        .completion_model_config(&request)
        .await
        .expect("an answer");
    check_answer!(&reply);
    assert_eq!(reply.data[0].index, 0);
    check_sample!(&reply.data[0], std::convert::identity);
    assert_eq!(sent(&server), with(want, json!({"stream": false})));
}

/// The document shows an answer alone, without a request; every member of it may be missing or null.
#[tokio::test]
async fn create_experiment_stream() {
    let server = MockServer::start().expect("a server");
    let client = server.client().expect("a client");
    let nulls = json!({
        "project_id": null, "num_samples": null, "logprobs": null, "suffix": null, "user": null, "data": [{
            "id": null, "index": null, "output": null, "raw_output": null, "inputs": null, "finish_reason": null,
            "model_config_id": null, "tool_results": null, "messages": null, "tool_call": null, "tool_calls": null,
            "output_message": null,
        }],
        "usage": null, "metadata": null, "provider_responses": null, "provider_request": null, "session_id": null,
        "tool_choice": null,
    });
    let missing = json!({"data": [{}]});
    server
        .on::<ChatExperiment>()
        .events([chat_fields(&chat_sample()), nulls, missing]);
    let request = ChatExperimentRequest::new("exp_1", [ChatMessage::new(ChatRole::User)]);
    let mut events = client
        .chat_experiment_stream(&request)
        .await
        .expect("a stream");
    check_chat_event(&events.next().await.expect("an event").expect("a good one"));
    let nulls = events
        .next()
        .await
        .expect("an event")
        .expect("nulls are no error");
    let missing = events
        .next()
        .await
        .expect("an event")
        .expect("nor are missing members");
    assert_eq!(nulls, missing);
    assert!(nulls.provider_responses.is_empty() && nulls.data[0].tool_calls.is_empty());
    assert!(events.next().await.is_none());
}
