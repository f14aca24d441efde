// Written by `cargo xtask generate`; change the schema and run it again.
//! Completion models, which continue a text made from a template.

use crate::Client;
use crate::runtime::{
    Call, Endpoint, Framing, Json, Pieces, Route, Streamed, Streaming, Verb, answers, expected,
};
use super::types::{
    CompletionEvent, CompletionModelConfigRequest, CompletionResponse, ErrorBody,
    UnprocessableEntity,
};

impl Client {
    /// Completion Model Config
    ///
    /// Asks a stored model configuration to continue its filled-in template.
    ///
    /// See <https://humanloop.com/docs/v4/api/completions/create-config-stream>: "Completion Model Config"
    ///
    /// `POST /completion-model-config` returns [`CompletionResponse`]: The continuations of the template.
    /// Failures return [`CompletionModelConfigFailure`].
    ///
    /// Example of the request `two_samples`: Two continuations of one template.
    ///
    /// ```json
    /// {
    ///   "project": "harbour-guide", "session_id": "sesh_8ZbNq4Lw",
    ///   "inputs": { "town": "Lerwick", "topics": ["tides", "ferries"] },
    ///   "num_samples": 2, "user": "visitor-3391",
    ///   "model_config_id": "prv_9GxUe6SbC1iHn4OyT7VdM"
    /// }
    /// ```
    ///
    /// Example of the answer `two_samples`: Two samples, with the nulls of the wire.
    ///
    /// ```json
    /// {
    ///   "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc", "num_samples": null, "logprobs": null,
    ///   "suffix": null, "user": "visitor-3391",
    ///   "data": [
    ///     {
    ///       "id": "data_k5AzJ0fXl8PmW3tDr6YbH", "index": 0,
    ///       "output": "The ferry leaves after high tide.",
    ///       "raw_output": " The ferry leaves after high tide.",
    ///       "inputs": { "town": "Lerwick", "topics": ["tides", "ferries"] },
    ///       "finish_reason": "stop", "model_config_id": "prv_9GxUe6SbC1iHn4OyT7VdM",
    ///       "tool_results": []
    ///     },
    ///     {
    ///       "id": "data_Q2vNs9KeU7gIo4BcF1LxZ", "index": 1, "output": "Boats wait for the",
    ///       "raw_output": "Boats wait for the",
    ///       "inputs": { "town": "Lerwick", "topics": ["tides", "ferries"] },
    ///       "finish_reason": "length", "model_config_id": "prv_9GxUe6SbC1iHn4OyT7VdM",
    ///       "tool_results": []
    ///     }
    ///   ],
    ///   "usage": { "prompt_tokens": 12, "generation_tokens": 11, "total_tokens": 23 },
    ///   "metadata": null,
    ///   "provider_responses": [{ "id": "cmpl-invented-5", "object": "text_completion" }],
    ///   "provider_request": null, "session_id": "sesh_8ZbNq4Lw"
    /// }
    /// ```
    ///
    /// Example of the answer `insert`: Text between a template and a suffix, with everything echoed.
    ///
    /// ```json
    /// {
    ///   "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc", "num_samples": 1, "logprobs": 3,
    ///   "suffix": " Mind the wet steps.", "user": "visitor-3391",
    ///   "data": [
    ///     {
    ///       "id": "data_R4yHm1TzA6qCk8DvS3WoE", "index": 0,
    ///       "output": "The quay floods at high water.",
    ///       "raw_output": " The quay floods at high water.",
    ///       "inputs": {},
    ///       "finish_reason": "stop", "model_config_id": "prv_9GxUe6SbC1iHn4OyT7VdM",
    ///       "tool_results": [
    ///         {
    ///           "id": "tr_5Gk", "name": "Tide table", "signature": "tide_table(town)",
    ///           "result": "14:20"
    ///         }
    ///       ]
    ///     }
    ///   ],
    ///   "usage": { "prompt_tokens": 19, "generation_tokens": 7, "total_tokens": 26 },
    ///   "metadata": { "edition": "summer" },
    ///   "provider_responses": [
    ///     {
    ///       "id": "cmpl-invented-6", "object": "text_completion",
    ///       "choices": [
    ///         { "index": 0, "logprobs": { "token_logprobs": [-0.21, -1.5, -0.03] } }
    ///       ]
    ///     }
    ///   ],
    ///   "provider_request": { "model": "davinci-002", "logprobs": 3 },
    ///   "session_id": "sesh_8ZbNq4Lw"
    /// }
    /// ```
    #[doc(alias = "completionModelConfig")]
    pub fn completion_model_config(
        &self,
        request: &CompletionModelConfigRequest,
    ) -> Call<CompletionModelConfig> {
        Call::new(self).check(|strict| expected(request, strict)).json(request)
    }

    /// Completion Model Config
    ///
    /// Asks a stored model configuration to continue its filled-in template.
    ///
    /// See <https://humanloop.com/docs/v4/api/completions/create-config-stream>: "Completion Model Config"
    ///
    /// `POST /completion-model-config` returns a stream of [`CompletionEvent`]: The continuations of the template.
    /// Failures return [`CompletionModelConfigFailure`].
    ///
    /// Example of the request `two_samples`: Two continuations of one template.
    ///
    /// ```json
    /// {
    ///   "project": "harbour-guide", "session_id": "sesh_8ZbNq4Lw",
    ///   "inputs": { "town": "Lerwick", "topics": ["tides", "ferries"] },
    ///   "num_samples": 2, "user": "visitor-3391",
    ///   "model_config_id": "prv_9GxUe6SbC1iHn4OyT7VdM"
    /// }
    /// ```
    ///
    /// Example of the answer `piece`: A piece from the middle of the first sample.
    ///
    /// ```json
    /// {
    ///   "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc", "num_samples": null, "logprobs": null,
    ///   "suffix": null, "user": "visitor-3391",
    ///   "data": [
    ///     {
    ///       "id": "data_k5AzJ0fXl8PmW3tDr6YbH", "index": 0, "output": " ferry",
    ///       "raw_output": " ferry",
    ///       "inputs": { "town": "Lerwick", "topics": ["tides", "ferries"] },
    ///       "finish_reason": null, "model_config_id": "prv_9GxUe6SbC1iHn4OyT7VdM",
    ///       "tool_results": []
    ///     }
    ///   ],
    ///   "usage": null, "metadata": null,
    ///   "provider_responses": [],
    ///   "provider_request": null, "session_id": null
    /// }
    /// ```
    ///
    /// Example of the answer `last_piece`: The last piece of a sample, without the members that may be missing.
    ///
    /// ```json
    /// {
    ///   "data": [
    ///     {
    ///       "id": "data_k5AzJ0fXl8PmW3tDr6YbH", "index": 0, "output": ".",
    ///       "finish_reason": "stop"
    ///     }
    ///   ]
    /// }
    /// ```
    #[doc(alias = "completionModelConfig")]
    pub fn completion_model_config_stream(
        &self,
        request: &CompletionModelConfigRequest,
    ) -> Call<CompletionModelConfig, Streaming> {
        Call::new(self).check(|strict| expected(request, strict)).json(request)
    }
}

/// Marks the calls of [`Client::completion_model_config`](crate::Client::completion_model_config).
#[derive(Debug, Clone, Copy)]
pub struct CompletionModelConfig;

impl Endpoint for CompletionModelConfig {
    const ROUTE: Route = Route::new(
        "completion_model_config",
        Verb::Post,
        "/completion-model-config",
    )
    .auth(&[&["APIKeyHeader"]])
    .switch("stream");
    type Reply = Json<CompletionResponse>;
    type Failure = CompletionModelConfigFailure;
}

impl Streamed for CompletionModelConfig {
    type Event = CompletionEvent;
    const FRAMING: Framing = Framing::ServerSentEvents;

    fn is_doubtful(event: &CompletionEvent, _: &str) -> bool {
        Pieces::pieces(event).is_empty()
    }
}

/// What failures of [`Client::completion_model_config`](crate::Client::completion_model_config) bring, by status.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum CompletionModelConfigFailure {
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
answers! { failure CompletionModelConfigFailure {
    400 => BadRequest(Json), 401 => Unauthorized(Json), 403 => Forbidden(Json),
    404 => NotFound(Json), 408 => RequestTimeout(Json), 422 => UnprocessableContent(Json),
    429 => TooManyRequests(Json), 500 => InternalServerError(Json), 502 => BadGateway(Json),
    503 => ServiceUnavailable(Json), 504 => GatewayTimeout(Json), default => Other(Json),
} }
