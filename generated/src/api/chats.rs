// Written by `cargo xtask generate`; change the schema and run it again.
//! Chat models, which take a list of messages and answer with a message.

use crate::Client;
use crate::runtime::{
    Call, Endpoint, Framing, Json, Pieces, Route, Streamed, Streaming, Verb, answers, expected,
};
use super::types::{
    ChatEvent, ChatExperimentRequest, ChatModelConfigRequest, ChatResponse, ErrorBody,
    UnprocessableEntity,
};

impl Client {
    /// Chat Model Config
    ///
    /// Asks a stored model configuration for the next message of a chat.
    ///
    /// See <https://humanloop.com/docs/v4/api-reference/chats/create-config-stream>: "Chat Model Config"
    ///
    /// `POST /chat-model-config` returns [`ChatResponse`]: The answer of the model configuration.
    /// Failures return [`ChatModelConfigFailure`].
    ///
    /// Example of the request `two_samples`: A question, answered twice.
    ///
    /// ```json
    /// {
    ///   "project": "harbour-guide", "session_reference_id": "visit-2024-07-19-0042",
    ///   "inputs": { "town": "Lerwick", "language": "English" },
    ///   "source": "kiosk",
    ///   "metadata": { "kiosk": 7, "locale": "en-GB" },
    ///   "num_samples": 2, "user": "visitor-3391",
    ///   "messages": [{ "role": "user", "content": "When is high tide today?" }],
    ///   "model_config_id": "prv_4TqLmZ81xKd0aWfYc2Rj9"
    /// }
    /// ```
    ///
    /// Example of the answer `tool_call`: The model asks for a tool.
    ///
    /// ```json
    /// {
    ///   "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc", "num_samples": 1, "logprobs": null,
    ///   "suffix": null, "user": null,
    ///   "data": [
    ///     {
    ///       "id": "data_2LsVb7PiE9xNg0CtZ5MwA", "index": 0, "output": "", "raw_output": "",
    ///       "inputs": {},
    ///       "finish_reason": "tool_call", "model_config_id": "prv_4TqLmZ81xKd0aWfYc2Rj9",
    ///       "tool_results": [],
    ///       "messages": [],
    ///       "tool_call": { "name": "depth_at", "arguments": "{\"pier\": \"Victoria\"}" },
    ///       "tool_calls": [
    ///         {
    ///           "id": "call_Uq71", "type": "function",
    ///           "function": { "name": "depth_at", "arguments": "{\"pier\": \"Victoria\"}" }
    ///         }
    ///       ],
    ///       "output_message": {
    ///         "role": "assistant", "content": null, "name": null, "tool_call_id": null,
    ///         "tool_calls": [
    ///           {
    ///             "id": "call_Uq71", "type": "function",
    ///             "function": { "name": "depth_at", "arguments": "{\"pier\": \"Victoria\"}" }
    ///           }
    ///         ],
    ///         "tool_call": null
    ///       }
    ///     }
    ///   ],
    ///   "usage": { "prompt_tokens": 58, "generation_tokens": 14, "total_tokens": 72 },
    ///   "metadata": null,
    ///   "provider_responses": [
    ///     {
    ///       "id": "chatcmpl-invented-2", "object": "chat.completion",
    ///       "choices": [{ "index": 0, "finish_reason": "tool_calls" }]
    ///     }
    ///   ],
    ///   "provider_request": null, "session_id": null,
    ///   "tool_choice": { "type": "function", "function": { "name": "depth_at" } }
    /// }
    /// ```
    #[doc(alias = "chatModelConfig")]
    pub fn chat_model_config(&self, request: &ChatModelConfigRequest) -> Call<ChatModelConfig> {
        Call::new(self).check(|strict| expected(request, strict)).json(request)
    }

    /// Chat Model Config
    ///
    /// Asks a stored model configuration for the next message of a chat.
    ///
    /// See <https://humanloop.com/docs/v4/api-reference/chats/create-config-stream>: "Chat Model Config"
    ///
    /// `POST /chat-model-config` returns a stream of [`ChatEvent`]: The answer of the model configuration.
    /// Failures return [`ChatModelConfigFailure`].
    ///
    /// Example of the request `two_samples`: A question, answered twice.
    ///
    /// ```json
    /// {
    ///   "project": "harbour-guide", "session_reference_id": "visit-2024-07-19-0042",
    ///   "inputs": { "town": "Lerwick", "language": "English" },
    ///   "source": "kiosk",
    ///   "metadata": { "kiosk": 7, "locale": "en-GB" },
    ///   "num_samples": 2, "user": "visitor-3391",
    ///   "messages": [{ "role": "user", "content": "When is high tide today?" }],
    ///   "model_config_id": "prv_4TqLmZ81xKd0aWfYc2Rj9"
    /// }
    /// ```
    ///
    /// Example of the answer `piece`: A piece from the middle of the second sample.
    ///
    /// ```json
    /// {
    ///   "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc", "num_samples": 2, "logprobs": null,
    ///   "suffix": null, "user": "visitor-3391",
    ///   "data": [
    ///     {
    ///       "id": "data_c9RfX6uJm2HoTe4WyK7Qs", "index": 1, "output": " tide",
    ///       "raw_output": " tide",
    ///       "inputs": {},
    ///       "finish_reason": null, "model_config_id": "prv_4TqLmZ81xKd0aWfYc2Rj9",
    ///       "tool_results": [],
    ///       "messages": [],
    ///       "tool_call": null, "tool_calls": null,
    ///       "output_message": {
    ///         "role": "assistant", "content": " tide", "name": null, "tool_call_id": null,
    ///         "tool_calls": null, "tool_call": null
    ///       }
    ///     }
    ///   ],
    ///   "usage": null, "metadata": null,
    ///   "provider_responses": [],
    ///   "provider_request": null, "session_id": null, "tool_choice": null
    /// }
    /// ```
    ///
    /// Example of the answer `last_piece`: The last piece of a sample, without the members that may be missing.
    ///
    /// ```json
    /// {
    ///   "data": [
    ///     {
    ///       "id": "data_c9RfX6uJm2HoTe4WyK7Qs", "index": 1, "output": ".",
    ///       "finish_reason": "stop"
    ///     }
    ///   ]
    /// }
    /// ```
    ///
    /// Example of the answer `tool_call`: A tool call, whole in the last piece of its sample.
    ///
    /// ```json
    /// {
    ///   "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc", "num_samples": 1, "logprobs": null,
    ///   "suffix": null, "user": null,
    ///   "data": [
    ///     {
    ///       "id": "data_2LsVb7PiE9xNg0CtZ5MwA", "index": 0, "output": "", "raw_output": "",
    ///       "inputs": {},
    ///       "finish_reason": "tool_call", "model_config_id": "prv_4TqLmZ81xKd0aWfYc2Rj9",
    ///       "tool_results": [],
    ///       "messages": [],
    ///       "tool_call": { "name": "depth_at", "arguments": "{\"pier\": \"Victoria\"}" },
    ///       "tool_calls": [
    ///         {
    ///           "id": "call_Uq71", "type": "function",
    ///           "function": { "name": "depth_at", "arguments": "{\"pier\": \"Victoria\"}" }
    ///         }
    ///       ],
    ///       "output_message": {
    ///         "role": "assistant", "content": null, "name": null, "tool_call_id": null,
    ///         "tool_calls": [
    ///           {
    ///             "id": "call_Uq71", "type": "function",
    ///             "function": { "name": "depth_at", "arguments": "{\"pier\": \"Victoria\"}" }
    ///           }
    ///         ],
    ///         "tool_call": null
    ///       }
    ///     }
    ///   ],
    ///   "usage": null, "metadata": null,
    ///   "provider_responses": [],
    ///   "provider_request": null, "session_id": null, "tool_choice": "auto"
    /// }
    /// ```
    #[doc(alias = "chatModelConfig")]
    pub fn chat_model_config_stream(
        &self,
        request: &ChatModelConfigRequest,
    ) -> Call<ChatModelConfig, Streaming> {
        Call::new(self).check(|strict| expected(request, strict)).json(request)
    }

    /// Asks for the next message of a chat, each sample from a model
    /// configuration drawn from an experiment.
    ///
    /// The vendor withdrew this operation in August 2024; the two operations
    /// with a fixed model configuration stayed to the end.
    ///
    /// See <https://humanloop.readme.io/reference/chats_createexperiment>: "Chat Experiment" and "Create Experiment Stream"
    ///
    /// `POST /chat-experiment` returns [`ChatResponse`].
    /// The answers, one per sample, each with the configuration that gave it.
    /// Failures return [`ChatExperimentFailure`].
    ///
    /// Example of the request `two_samples`: One question to two configurations of the experiment.
    ///
    /// ```json
    /// {
    ///   "project": "harbour-guide",
    ///   "inputs": { "town": "Lerwick" },
    ///   "num_samples": 2,
    ///   "messages": [
    ///     { "role": "system", "content": "Answer in one sentence." },
    ///     { "role": "user", "name": "Inga", "content": "When is high tide today?" }
    ///   ],
    ///   "tool_choice": "auto", "experiment_id": "exp_Kd83vWq0ZtYs"
    /// }
    /// ```
    ///
    /// Example of the answer `two_samples`: Two samples from two configurations.
    ///
    /// ```json
    /// {
    ///   "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc", "num_samples": 2, "logprobs": null,
    ///   "suffix": null, "user": null,
    ///   "data": [
    ///     {
    ///       "id": "data_F1oWg8TkB6yRj3UhV0NzD", "index": 0, "output": "At 14:20.",
    ///       "raw_output": "At 14:20.",
    ///       "inputs": { "town": "Lerwick" },
    ///       "finish_reason": "stop", "model_config_id": "config_m0QdRz5LxHe7",
    ///       "tool_results": [],
    ///       "messages": [
    ///         {
    ///           "role": "system", "content": "Answer in one sentence.", "name": null,
    ///           "tool_call_id": null, "tool_calls": null, "tool_call": null
    ///         },
    ///         {
    ///           "role": "user", "content": "When is high tide today?", "name": "Inga",
    ///           "tool_call_id": null, "tool_calls": null, "tool_call": null
    ///         }
    ///       ],
    ///       "tool_call": null, "tool_calls": null,
    ///       "output_message": {
    ///         "role": "assistant", "content": "At 14:20.", "name": null, "tool_call_id": null,
    ///         "tool_calls": null, "tool_call": null
    ///       }
    ///     },
    ///     {
    ///       "id": "data_y7IcS4nOa9EpM2XgL5QuC", "index": 1,
    ///       "output": "High water comes at 14:20 this afternoon.",
    ///       "raw_output": "High water comes at 14:20 this afternoon.",
    ///       "inputs": { "town": "Lerwick" },
    ///       "finish_reason": "stop", "model_config_id": "config_v3BtKs9WfJn1",
    ///       "tool_results": [],
    ///       "messages": [],
    ///       "tool_call": null, "tool_calls": null,
    ///       "output_message": {
    ///         "role": "assistant", "content": "High water comes at 14:20 this afternoon.",
    ///         "name": null, "tool_call_id": null, "tool_calls": null, "tool_call": null
    ///       }
    ///     }
    ///   ],
    ///   "usage": { "prompt_tokens": 52, "generation_tokens": 18, "total_tokens": 70 },
    ///   "metadata": null,
    ///   "provider_responses": [
    ///     { "id": "chatcmpl-invented-3", "object": "chat.completion" },
    ///     { "id": "msg_invented_4", "type": "message" }
    ///   ],
    ///   "provider_request": null, "session_id": null, "tool_choice": "auto"
    /// }
    /// ```
    ///
    /// Example of the answer `tool_call`: The model asks for a tool.
    ///
    /// ```json
    /// {
    ///   "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc", "num_samples": 1, "logprobs": null,
    ///   "suffix": null, "user": null,
    ///   "data": [
    ///     {
    ///       "id": "data_2LsVb7PiE9xNg0CtZ5MwA", "index": 0, "output": "", "raw_output": "",
    ///       "inputs": {},
    ///       "finish_reason": "tool_call", "model_config_id": "prv_4TqLmZ81xKd0aWfYc2Rj9",
    ///       "tool_results": [],
    ///       "messages": [],
    ///       "tool_call": { "name": "depth_at", "arguments": "{\"pier\": \"Victoria\"}" },
    ///       "tool_calls": [
    ///         {
    ///           "id": "call_Uq71", "type": "function",
    ///           "function": { "name": "depth_at", "arguments": "{\"pier\": \"Victoria\"}" }
    ///         }
    ///       ],
    ///       "output_message": {
    ///         "role": "assistant", "content": null, "name": null, "tool_call_id": null,
    ///         "tool_calls": [
    ///           {
    ///             "id": "call_Uq71", "type": "function",
    ///             "function": { "name": "depth_at", "arguments": "{\"pier\": \"Victoria\"}" }
    ///           }
    ///         ],
    ///         "tool_call": null
    ///       }
    ///     }
    ///   ],
    ///   "usage": { "prompt_tokens": 58, "generation_tokens": 14, "total_tokens": 72 },
    ///   "metadata": null,
    ///   "provider_responses": [
    ///     {
    ///       "id": "chatcmpl-invented-2", "object": "chat.completion",
    ///       "choices": [{ "index": 0, "finish_reason": "tool_calls" }]
    ///     }
    ///   ],
    ///   "provider_request": null, "session_id": null,
    ///   "tool_choice": { "type": "function", "function": { "name": "depth_at" } }
    /// }
    /// ```
    #[doc(alias = "chatExperiment")]
    pub fn chat_experiment(&self, request: &ChatExperimentRequest) -> Call<ChatExperiment> {
        Call::new(self).check(|strict| expected(request, strict)).json(request)
    }

    /// Create Experiment Stream
    ///
    /// Asks for the next message of a chat, each sample from a model
    /// configuration drawn from an experiment.
    ///
    /// The vendor withdrew this operation in August 2024; the two operations
    /// with a fixed model configuration stayed to the end.
    ///
    /// See <https://humanloop.readme.io/reference/chats_createexperiment>: "Chat Experiment" and "Create Experiment Stream"
    ///
    /// `POST /chat-experiment` returns a stream of [`ChatEvent`].
    /// The answers, one per sample, each with the configuration that gave it.
    /// Failures return [`ChatExperimentFailure`].
    ///
    /// Example of the request `two_samples`: One question to two configurations of the experiment.
    ///
    /// ```json
    /// {
    ///   "project": "harbour-guide",
    ///   "inputs": { "town": "Lerwick" },
    ///   "num_samples": 2,
    ///   "messages": [
    ///     { "role": "system", "content": "Answer in one sentence." },
    ///     { "role": "user", "name": "Inga", "content": "When is high tide today?" }
    ///   ],
    ///   "tool_choice": "auto", "experiment_id": "exp_Kd83vWq0ZtYs"
    /// }
    /// ```
    ///
    /// Example of the answer `piece`: A piece from the middle of the second sample.
    ///
    /// ```json
    /// {
    ///   "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc", "num_samples": 2, "logprobs": null,
    ///   "suffix": null, "user": "visitor-3391",
    ///   "data": [
    ///     {
    ///       "id": "data_c9RfX6uJm2HoTe4WyK7Qs", "index": 1, "output": " tide",
    ///       "raw_output": " tide",
    ///       "inputs": {},
    ///       "finish_reason": null, "model_config_id": "prv_4TqLmZ81xKd0aWfYc2Rj9",
    ///       "tool_results": [],
    ///       "messages": [],
    ///       "tool_call": null, "tool_calls": null,
    ///       "output_message": {
    ///         "role": "assistant", "content": " tide", "name": null, "tool_call_id": null,
    ///         "tool_calls": null, "tool_call": null
    ///       }
    ///     }
    ///   ],
    ///   "usage": null, "metadata": null,
    ///   "provider_responses": [],
    ///   "provider_request": null, "session_id": null, "tool_choice": null
    /// }
    /// ```
    ///
    /// Example of the answer `last_piece`: The last piece of a sample, without the members that may be missing.
    ///
    /// ```json
    /// {
    ///   "data": [
    ///     {
    ///       "id": "data_c9RfX6uJm2HoTe4WyK7Qs", "index": 1, "output": ".",
    ///       "finish_reason": "stop"
    ///     }
    ///   ]
    /// }
    /// ```
    ///
    /// Example of the answer `tool_call`: A tool call, whole in the last piece of its sample.
    ///
    /// ```json
    /// {
    ///   "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc", "num_samples": 1, "logprobs": null,
    ///   "suffix": null, "user": null,
    ///   "data": [
    ///     {
    ///       "id": "data_2LsVb7PiE9xNg0CtZ5MwA", "index": 0, "output": "", "raw_output": "",
    ///       "inputs": {},
    ///       "finish_reason": "tool_call", "model_config_id": "prv_4TqLmZ81xKd0aWfYc2Rj9",
    ///       "tool_results": [],
    ///       "messages": [],
    ///       "tool_call": { "name": "depth_at", "arguments": "{\"pier\": \"Victoria\"}" },
    ///       "tool_calls": [
    ///         {
    ///           "id": "call_Uq71", "type": "function",
    ///           "function": { "name": "depth_at", "arguments": "{\"pier\": \"Victoria\"}" }
    ///         }
    ///       ],
    ///       "output_message": {
    ///         "role": "assistant", "content": null, "name": null, "tool_call_id": null,
    ///         "tool_calls": [
    ///           {
    ///             "id": "call_Uq71", "type": "function",
    ///             "function": { "name": "depth_at", "arguments": "{\"pier\": \"Victoria\"}" }
    ///           }
    ///         ],
    ///         "tool_call": null
    ///       }
    ///     }
    ///   ],
    ///   "usage": null, "metadata": null,
    ///   "provider_responses": [],
    ///   "provider_request": null, "session_id": null, "tool_choice": "auto"
    /// }
    /// ```
    #[doc(alias = "chatExperiment")]
    pub fn chat_experiment_stream(
        &self,
        request: &ChatExperimentRequest,
    ) -> Call<ChatExperiment, Streaming> {
        Call::new(self).check(|strict| expected(request, strict)).json(request)
    }
}

/// Marks the calls of [`Client::chat_model_config`](crate::Client::chat_model_config).
#[derive(Debug, Clone, Copy)]
pub struct ChatModelConfig;

impl Endpoint for ChatModelConfig {
    const ROUTE: Route = Route::new("chat_model_config", Verb::Post, "/chat-model-config")
        .auth(&[&["APIKeyHeader"]])
        .switch("stream");
    type Reply = Json<ChatResponse>;
    type Failure = ChatModelConfigFailure;
}

impl Streamed for ChatModelConfig {
    type Event = ChatEvent;
    const FRAMING: Framing = Framing::ServerSentEvents;

    fn is_doubtful(event: &ChatEvent, _: &str) -> bool {
        Pieces::pieces(event).is_empty()
    }
}

/// What failures of [`Client::chat_model_config`](crate::Client::chat_model_config) bring, by status.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ChatModelConfigFailure {
    /// `400`: The request is malformed.
    BadRequest(ErrorBody),
    /// `401`: The key is missing or wrong, or it has no right to this call.
    Unauthorized(ErrorBody),
    /// `403`: The call was refused, perhaps by something between client and server.
    Forbidden(ErrorBody),
    /// `404`: Something the request names does not exist.
    NotFound(ErrorBody),
    /// `408`: The request took too long to arrive.
    RequestTimeout(ErrorBody),
    /// `422`: The request does not fit the schema, or the model provider refused it:
    /// the two are told apart by `detail`, a list in the first case and an
    /// object in the second.
    UnprocessableContent(UnprocessableEntity),
    /// `429`: Too many requests in too short a time, at Humanloop or at the model provider.
    TooManyRequests(ErrorBody),
    /// `500`: The server failed in a way it did not expect.
    InternalServerError(ErrorBody),
    /// `502`: Something between client and server got no proper answer.
    BadGateway(ErrorBody),
    /// `503`: The server is overloaded; the same request may succeed later.
    ServiceUnavailable(ErrorBody),
    /// `504`: Something between client and server waited too long for an answer.
    GatewayTimeout(ErrorBody),
    /// Any other status: A failure that is not in the list above. A body that is not JSON stays raw.
    Other(ErrorBody),
}
answers! { failure ChatModelConfigFailure {
    400 => BadRequest(Json), 401 => Unauthorized(Json), 403 => Forbidden(Json),
    404 => NotFound(Json), 408 => RequestTimeout(Json), 422 => UnprocessableContent(Json),
    429 => TooManyRequests(Json), 500 => InternalServerError(Json), 502 => BadGateway(Json),
    503 => ServiceUnavailable(Json), 504 => GatewayTimeout(Json), default => Other(Json),
} }

/// Marks the calls of [`Client::chat_experiment`](crate::Client::chat_experiment).
#[derive(Debug, Clone, Copy)]
pub struct ChatExperiment;

impl Endpoint for ChatExperiment {
    const ROUTE: Route = Route::new("chat_experiment", Verb::Post, "/chat-experiment")
        .auth(&[&["APIKeyHeader"]])
        .switch("stream");
    type Reply = Json<ChatResponse>;
    type Failure = ChatExperimentFailure;
}

impl Streamed for ChatExperiment {
    type Event = ChatEvent;
    const FRAMING: Framing = Framing::ServerSentEvents;

    fn is_doubtful(event: &ChatEvent, _: &str) -> bool {
        Pieces::pieces(event).is_empty()
    }
}

/// What failures of [`Client::chat_experiment`](crate::Client::chat_experiment) bring, by status.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ChatExperimentFailure {
    /// `400`: The request is malformed.
    BadRequest(ErrorBody),
    /// `401`: The key is missing or wrong, or it has no right to this call.
    Unauthorized(ErrorBody),
    /// `403`: The call was refused, perhaps by something between client and server.
    Forbidden(ErrorBody),
    /// `404`: Something the request names does not exist.
    NotFound(ErrorBody),
    /// `408`: The request took too long to arrive.
    RequestTimeout(ErrorBody),
    /// `422`: The request does not fit the schema, or the model provider refused it:
    /// the two are told apart by `detail`, a list in the first case and an
    /// object in the second.
    UnprocessableContent(UnprocessableEntity),
    /// `429`: Too many requests in too short a time, at Humanloop or at the model provider.
    TooManyRequests(ErrorBody),
    /// `500`: The server failed in a way it did not expect.
    InternalServerError(ErrorBody),
    /// `502`: Something between client and server got no proper answer.
    BadGateway(ErrorBody),
    /// `503`: The server is overloaded; the same request may succeed later.
    ServiceUnavailable(ErrorBody),
    /// `504`: Something between client and server waited too long for an answer.
    GatewayTimeout(ErrorBody),
    /// Any other status: A failure that is not in the list above. A body that is not JSON stays raw.
    Other(ErrorBody),
}
answers! { failure ChatExperimentFailure {
    400 => BadRequest(Json), 401 => Unauthorized(Json), 403 => Forbidden(Json),
    404 => NotFound(Json), 408 => RequestTimeout(Json), 422 => UnprocessableContent(Json),
    429 => TooManyRequests(Json), 500 => InternalServerError(Json), 502 => BadGateway(Json),
    503 => ServiceUnavailable(Json), 504 => GatewayTimeout(Json), default => Other(Json),
} }
