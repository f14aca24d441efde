// Written by `cargo xtask generate`; change the schema and run it again.
//! What the mock server knows: endpoints, the document's examples, an example of each type.

use super::endpoints;
use crate::mock::{
    Entry, Example, Like, Part, PieceNames, StreamEntry, Table, TypeEntry, reread,
};
use super::types;

/// All that the server knows.
pub(crate) const TABLE: Table = Table {
    endpoints: &[
        Entry {
            route: <endpoints::ChatModelConfig as crate::runtime::Endpoint>::ROUTE,
            request: Some(reread::<types::ChatModelConfigRequest>),
            request_required: true,
            status: 200,
            media: "application/json",
            stream: Some(StreamEntry {
                framing: crate::runtime::Framing::ServerSentEvents,
                always: false,
                count: Some("num_samples"),
                pieces: Some(PieceNames {
                    samples: "data",
                    key: "index",
                    text: "output",
                    finish: "finish_reason",
                }),
            }),
            examples: &[
                Example {
                    part: Part::Request,
                    name: "two_samples",
                    json: r#"{
  "project": "harbour-guide", "session_reference_id": "visit-2024-07-19-0042",
  "inputs": { "town": "Lerwick", "language": "English" },
  "source": "kiosk",
  "metadata": { "kiosk": 7, "locale": "en-GB" },
  "num_samples": 2, "user": "visitor-3391",
  "messages": [{ "role": "user", "content": "When is high tide today?" }],
  "model_config_id": "prv_4TqLmZ81xKd0aWfYc2Rj9"
}"#,
                    reread: reread::<types::ChatModelConfigRequest>,
                },
                Example {
                    part: Part::Request,
                    name: "tool_result",
                    json: r#"{
  "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc",
  "parent_reference_id": "visit-2024-07-19-0041", "save": false,
  "provider_api_keys": { "openai": "sk-invented-0000" },
  "return_inputs": false,
  "messages": [
    {
      "role": "user",
      "content": [
        { "type": "text", "text": "How deep is the water at this pier?" },
        {
          "type": "image_url",
          "image_url": { "url": "https://example.com/pier.jpg", "detail": "low" }
        }
      ]
    },
    {
      "role": "assistant", "content": null, "name": null, "tool_call_id": null,
      "tool_calls": [
        {
          "id": "call_Uq71", "type": "function",
          "function": { "name": "depth_at", "arguments": "{\"pier\": \"Victoria\"}" }
        }
      ],
      "tool_call": null
    },
    { "role": "tool", "content": "{\"metres\": 6.2}", "tool_call_id": "call_Uq71" }
  ],
  "tool_choice": { "type": "function", "function": { "name": "depth_at" } },
  "response_format": { "type": "json_object" },
  "model_config_id": "prv_4TqLmZ81xKd0aWfYc2Rj9"
}"#,
                    reread: reread::<types::ChatModelConfigRequest>,
                },
                Example {
                    part: Part::Reply,
                    name: "two_samples",
                    json: r#"{
  "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc", "num_samples": 2, "logprobs": null,
  "suffix": null, "user": "visitor-3391",
  "data": [
    {
      "id": "data_Wn3aYt0VqG5sLk8ZpD1Bx", "index": 0,
      "output": "High tide in Lerwick is at 14:20.",
      "raw_output": "High tide in Lerwick is at 14:20.",
      "inputs": { "town": "Lerwick", "language": "English" },
      "finish_reason": "stop", "model_config_id": "prv_4TqLmZ81xKd0aWfYc2Rj9",
      "tool_results": [
        {
          "id": "tr_5Gk", "name": "Tide table", "signature": "tide_table(town)",
          "result": "14:20"
        }
      ],
      "messages": [
        {
          "role": "system",
          "content": "You guide visitors of Lerwick. High tide: 14:20.", "name": null,
          "tool_call_id": null, "tool_calls": null, "tool_call": null
        },
        {
          "role": "user", "content": "When is high tide today?", "name": null,
          "tool_call_id": null, "tool_calls": null, "tool_call": null
        }
      ],
      "tool_call": null, "tool_calls": null,
      "output_message": {
        "role": "assistant", "content": "High tide in Lerwick is at 14:20.",
        "name": null, "tool_call_id": null, "tool_calls": null, "tool_call": null
      }
    },
    {
      "id": "data_c9RfX6uJm2HoTe4WyK7Qs", "index": 1,
      "output": "The tide peaks at twenty past two.",
      "raw_output": " The tide peaks at twenty past two.\n",
      "inputs": { "town": "Lerwick", "language": "English" },
      "finish_reason": "length", "model_config_id": "prv_4TqLmZ81xKd0aWfYc2Rj9",
      "tool_results": [],
      "messages": [],
      "tool_call": null, "tool_calls": null,
      "output_message": {
        "role": "assistant", "content": " The tide peaks at twenty past two.\n",
        "name": null, "tool_call_id": null, "tool_calls": null, "tool_call": null
      }
    }
  ],
  "usage": { "prompt_tokens": 31, "generation_tokens": 23, "total_tokens": 54 },
  "metadata": { "kiosk": 7, "locale": "en-GB" },
  "provider_responses": [
    {
      "id": "chatcmpl-invented-1", "object": "chat.completion",
      "choices": [
        { "index": 0, "finish_reason": "stop" },
        { "index": 1, "finish_reason": "length" }
      ]
    }
  ],
  "provider_request": { "model": "gpt-4o", "temperature": 0.7, "n": 2 },
  "session_id": "sesh_8ZbNq4Lw", "tool_choice": null
}"#,
                    reread: reread::<types::ChatResponse>,
                },
                Example {
                    part: Part::Reply,
                    name: "tool_call",
                    json: r#"{
  "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc", "num_samples": 1, "logprobs": null,
  "suffix": null, "user": null,
  "data": [
    {
      "id": "data_2LsVb7PiE9xNg0CtZ5MwA", "index": 0, "output": "", "raw_output": "",
      "inputs": {},
      "finish_reason": "tool_call", "model_config_id": "prv_4TqLmZ81xKd0aWfYc2Rj9",
      "tool_results": [],
      "messages": [],
      "tool_call": { "name": "depth_at", "arguments": "{\"pier\": \"Victoria\"}" },
      "tool_calls": [
        {
          "id": "call_Uq71", "type": "function",
          "function": { "name": "depth_at", "arguments": "{\"pier\": \"Victoria\"}" }
        }
      ],
      "output_message": {
        "role": "assistant", "content": null, "name": null, "tool_call_id": null,
        "tool_calls": [
          {
            "id": "call_Uq71", "type": "function",
            "function": { "name": "depth_at", "arguments": "{\"pier\": \"Victoria\"}" }
          }
        ],
        "tool_call": null
      }
    }
  ],
  "usage": { "prompt_tokens": 58, "generation_tokens": 14, "total_tokens": 72 },
  "metadata": null,
  "provider_responses": [
    {
      "id": "chatcmpl-invented-2", "object": "chat.completion",
      "choices": [{ "index": 0, "finish_reason": "tool_calls" }]
    }
  ],
  "provider_request": null, "session_id": null,
  "tool_choice": { "type": "function", "function": { "name": "depth_at" } }
}"#,
                    reread: reread::<types::ChatResponse>,
                },
                Example {
                    part: Part::Event,
                    name: "piece",
                    json: r#"{
  "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc", "num_samples": 2, "logprobs": null,
  "suffix": null, "user": "visitor-3391",
  "data": [
    {
      "id": "data_c9RfX6uJm2HoTe4WyK7Qs", "index": 1, "output": " tide",
      "raw_output": " tide",
      "inputs": {},
      "finish_reason": null, "model_config_id": "prv_4TqLmZ81xKd0aWfYc2Rj9",
      "tool_results": [],
      "messages": [],
      "tool_call": null, "tool_calls": null,
      "output_message": {
        "role": "assistant", "content": " tide", "name": null, "tool_call_id": null,
        "tool_calls": null, "tool_call": null
      }
    }
  ],
  "usage": null, "metadata": null,
  "provider_responses": [],
  "provider_request": null, "session_id": null, "tool_choice": null
}"#,
                    reread: reread::<types::ChatEvent>,
                },
                Example {
                    part: Part::Event,
                    name: "last_piece",
                    json: r#"{
  "data": [
    {
      "id": "data_c9RfX6uJm2HoTe4WyK7Qs", "index": 1, "output": ".",
      "finish_reason": "stop"
    }
  ]
}"#,
                    reread: reread::<types::ChatEvent>,
                },
                Example {
                    part: Part::Event,
                    name: "tool_call",
                    json: r#"{
  "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc", "num_samples": 1, "logprobs": null,
  "suffix": null, "user": null,
  "data": [
    {
      "id": "data_2LsVb7PiE9xNg0CtZ5MwA", "index": 0, "output": "", "raw_output": "",
      "inputs": {},
      "finish_reason": "tool_call", "model_config_id": "prv_4TqLmZ81xKd0aWfYc2Rj9",
      "tool_results": [],
      "messages": [],
      "tool_call": { "name": "depth_at", "arguments": "{\"pier\": \"Victoria\"}" },
      "tool_calls": [
        {
          "id": "call_Uq71", "type": "function",
          "function": { "name": "depth_at", "arguments": "{\"pier\": \"Victoria\"}" }
        }
      ],
      "output_message": {
        "role": "assistant", "content": null, "name": null, "tool_call_id": null,
        "tool_calls": [
          {
            "id": "call_Uq71", "type": "function",
            "function": { "name": "depth_at", "arguments": "{\"pier\": \"Victoria\"}" }
          }
        ],
        "tool_call": null
      }
    }
  ],
  "usage": null, "metadata": null,
  "provider_responses": [],
  "provider_request": null, "session_id": null, "tool_choice": "auto"
}"#,
                    reread: reread::<types::ChatEvent>,
                },
                Example {
                    part: Part::Failure(401),
                    name: "key",
                    json: r#"{ "detail": "The key in X-API-KEY is not known." }"#,
                    reread: reread::<types::ErrorBody>,
                },
                Example {
                    part: Part::Failure(422),
                    name: "validation",
                    json: r#"{
  "detail": [
    {
      "loc": ["body", "num_samples"],
      "msg": "value is not a valid integer", "type": "type_error.integer"
    },
    {
      "loc": ["body", "inputs", "topics", 0],
      "msg": "ensure this value has at most 500 characters",
      "type": "value_error.any_str.max_length",
      "ctx": { "limit_value": 500 }
    }
  ]
}"#,
                    reread: reread::<types::UnprocessableEntity>,
                },
                Example {
                    part: Part::Failure(422),
                    name: "provider",
                    json: r#"{
  "detail": {
    "type": "unprocessable_entity_error",
    "message": "The prompt is 131 tokens longer than the model takes.", "code": 422,
    "origin": "OpenAI"
  }
}"#,
                    reread: reread::<types::UnprocessableEntity>,
                },
                Example {
                    part: Part::Failure(429),
                    name: "provider",
                    json: r#"{
  "detail": {
    "type": "rate_limit_error", "message": "Sixty requests a minute are allowed.",
    "code": 429, "origin": "OpenAI"
  }
}"#,
                    reread: reread::<types::ErrorBody>,
                },
            ],
        },
        Entry {
            route: <endpoints::ChatExperiment as crate::runtime::Endpoint>::ROUTE,
            request: Some(reread::<types::ChatExperimentRequest>),
            request_required: true,
            status: 200,
            media: "application/json",
            stream: Some(StreamEntry {
                framing: crate::runtime::Framing::ServerSentEvents,
                always: false,
                count: Some("num_samples"),
                pieces: Some(PieceNames {
                    samples: "data",
                    key: "index",
                    text: "output",
                    finish: "finish_reason",
                }),
            }),
            examples: &[
                Example {
                    part: Part::Request,
                    name: "two_samples",
                    json: r#"{
  "project": "harbour-guide",
  "inputs": { "town": "Lerwick" },
  "num_samples": 2,
  "messages": [
    { "role": "system", "content": "Answer in one sentence." },
    { "role": "user", "name": "Inga", "content": "When is high tide today?" }
  ],
  "tool_choice": "auto", "experiment_id": "exp_Kd83vWq0ZtYs"
}"#,
                    reread: reread::<types::ChatExperimentRequest>,
                },
                Example {
                    part: Part::Request,
                    name: "old_forms",
                    json: r#"{
  "project": "harbour-guide", "seed": 7,
  "messages": [
    { "role": "user", "content": "How deep is the water at the pier?" },
    {
      "role": "assistant", "content": "",
      "tool_call": { "name": "depth_at", "arguments": "{\"pier\": \"Victoria\"}" }
    },
    { "role": "tool", "name": "depth_at", "content": "{\"metres\": 6.2}" }
  ],
  "tool_call": { "name": "depth_at" },
  "experiment_id": "exp_Kd83vWq0ZtYs"
}"#,
                    reread: reread::<types::ChatExperimentRequest>,
                },
                Example {
                    part: Part::Reply,
                    name: "two_samples",
                    json: r#"{
  "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc", "num_samples": 2, "logprobs": null,
  "suffix": null, "user": null,
  "data": [
    {
      "id": "data_F1oWg8TkB6yRj3UhV0NzD", "index": 0, "output": "At 14:20.",
      "raw_output": "At 14:20.",
      "inputs": { "town": "Lerwick" },
      "finish_reason": "stop", "model_config_id": "config_m0QdRz5LxHe7",
      "tool_results": [],
      "messages": [
        {
          "role": "system", "content": "Answer in one sentence.", "name": null,
          "tool_call_id": null, "tool_calls": null, "tool_call": null
        },
        {
          "role": "user", "content": "When is high tide today?", "name": "Inga",
          "tool_call_id": null, "tool_calls": null, "tool_call": null
        }
      ],
      "tool_call": null, "tool_calls": null,
      "output_message": {
        "role": "assistant", "content": "At 14:20.", "name": null, "tool_call_id": null,
        "tool_calls": null, "tool_call": null
      }
    },
    {
      "id": "data_y7IcS4nOa9EpM2XgL5QuC", "index": 1,
      "output": "High water comes at 14:20 this afternoon.",
      "raw_output": "High water comes at 14:20 this afternoon.",
      "inputs": { "town": "Lerwick" },
      "finish_reason": "stop", "model_config_id": "config_v3BtKs9WfJn1",
      "tool_results": [],
      "messages": [],
      "tool_call": null, "tool_calls": null,
      "output_message": {
        "role": "assistant", "content": "High water comes at 14:20 this afternoon.",
        "name": null, "tool_call_id": null, "tool_calls": null, "tool_call": null
      }
    }
  ],
  "usage": { "prompt_tokens": 52, "generation_tokens": 18, "total_tokens": 70 },
  "metadata": null,
  "provider_responses": [
    { "id": "chatcmpl-invented-3", "object": "chat.completion" },
    { "id": "msg_invented_4", "type": "message" }
  ],
  "provider_request": null, "session_id": null, "tool_choice": "auto"
}"#,
                    reread: reread::<types::ChatResponse>,
                },
                Example {
                    part: Part::Reply,
                    name: "tool_call",
                    json: r#"{
  "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc", "num_samples": 1, "logprobs": null,
  "suffix": null, "user": null,
  "data": [
    {
      "id": "data_2LsVb7PiE9xNg0CtZ5MwA", "index": 0, "output": "", "raw_output": "",
      "inputs": {},
      "finish_reason": "tool_call", "model_config_id": "prv_4TqLmZ81xKd0aWfYc2Rj9",
      "tool_results": [],
      "messages": [],
      "tool_call": { "name": "depth_at", "arguments": "{\"pier\": \"Victoria\"}" },
      "tool_calls": [
        {
          "id": "call_Uq71", "type": "function",
          "function": { "name": "depth_at", "arguments": "{\"pier\": \"Victoria\"}" }
        }
      ],
      "output_message": {
        "role": "assistant", "content": null, "name": null, "tool_call_id": null,
        "tool_calls": [
          {
            "id": "call_Uq71", "type": "function",
            "function": { "name": "depth_at", "arguments": "{\"pier\": \"Victoria\"}" }
          }
        ],
        "tool_call": null
      }
    }
  ],
  "usage": { "prompt_tokens": 58, "generation_tokens": 14, "total_tokens": 72 },
  "metadata": null,
  "provider_responses": [
    {
      "id": "chatcmpl-invented-2", "object": "chat.completion",
      "choices": [{ "index": 0, "finish_reason": "tool_calls" }]
    }
  ],
  "provider_request": null, "session_id": null,
  "tool_choice": { "type": "function", "function": { "name": "depth_at" } }
}"#,
                    reread: reread::<types::ChatResponse>,
                },
                Example {
                    part: Part::Event,
                    name: "piece",
                    json: r#"{
  "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc", "num_samples": 2, "logprobs": null,
  "suffix": null, "user": "visitor-3391",
  "data": [
    {
      "id": "data_c9RfX6uJm2HoTe4WyK7Qs", "index": 1, "output": " tide",
      "raw_output": " tide",
      "inputs": {},
      "finish_reason": null, "model_config_id": "prv_4TqLmZ81xKd0aWfYc2Rj9",
      "tool_results": [],
      "messages": [],
      "tool_call": null, "tool_calls": null,
      "output_message": {
        "role": "assistant", "content": " tide", "name": null, "tool_call_id": null,
        "tool_calls": null, "tool_call": null
      }
    }
  ],
  "usage": null, "metadata": null,
  "provider_responses": [],
  "provider_request": null, "session_id": null, "tool_choice": null
}"#,
                    reread: reread::<types::ChatEvent>,
                },
                Example {
                    part: Part::Event,
                    name: "last_piece",
                    json: r#"{
  "data": [
    {
      "id": "data_c9RfX6uJm2HoTe4WyK7Qs", "index": 1, "output": ".",
      "finish_reason": "stop"
    }
  ]
}"#,
                    reread: reread::<types::ChatEvent>,
                },
                Example {
                    part: Part::Event,
                    name: "tool_call",
                    json: r#"{
  "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc", "num_samples": 1, "logprobs": null,
  "suffix": null, "user": null,
  "data": [
    {
      "id": "data_2LsVb7PiE9xNg0CtZ5MwA", "index": 0, "output": "", "raw_output": "",
      "inputs": {},
      "finish_reason": "tool_call", "model_config_id": "prv_4TqLmZ81xKd0aWfYc2Rj9",
      "tool_results": [],
      "messages": [],
      "tool_call": { "name": "depth_at", "arguments": "{\"pier\": \"Victoria\"}" },
      "tool_calls": [
        {
          "id": "call_Uq71", "type": "function",
          "function": { "name": "depth_at", "arguments": "{\"pier\": \"Victoria\"}" }
        }
      ],
      "output_message": {
        "role": "assistant", "content": null, "name": null, "tool_call_id": null,
        "tool_calls": [
          {
            "id": "call_Uq71", "type": "function",
            "function": { "name": "depth_at", "arguments": "{\"pier\": \"Victoria\"}" }
          }
        ],
        "tool_call": null
      }
    }
  ],
  "usage": null, "metadata": null,
  "provider_responses": [],
  "provider_request": null, "session_id": null, "tool_choice": "auto"
}"#,
                    reread: reread::<types::ChatEvent>,
                },
                Example {
                    part: Part::Failure(401),
                    name: "key",
                    json: r#"{ "detail": "The key in X-API-KEY is not known." }"#,
                    reread: reread::<types::ErrorBody>,
                },
                Example {
                    part: Part::Failure(422),
                    name: "validation",
                    json: r#"{
  "detail": [
    {
      "loc": ["body", "num_samples"],
      "msg": "value is not a valid integer", "type": "type_error.integer"
    },
    {
      "loc": ["body", "inputs", "topics", 0],
      "msg": "ensure this value has at most 500 characters",
      "type": "value_error.any_str.max_length",
      "ctx": { "limit_value": 500 }
    }
  ]
}"#,
                    reread: reread::<types::UnprocessableEntity>,
                },
                Example {
                    part: Part::Failure(422),
                    name: "provider",
                    json: r#"{
  "detail": {
    "type": "unprocessable_entity_error",
    "message": "The prompt is 131 tokens longer than the model takes.", "code": 422,
    "origin": "OpenAI"
  }
}"#,
                    reread: reread::<types::UnprocessableEntity>,
                },
                Example {
                    part: Part::Failure(429),
                    name: "provider",
                    json: r#"{
  "detail": {
    "type": "rate_limit_error", "message": "Sixty requests a minute are allowed.",
    "code": 429, "origin": "OpenAI"
  }
}"#,
                    reread: reread::<types::ErrorBody>,
                },
            ],
        },
        Entry {
            route: <endpoints::CompletionModelConfig as crate::runtime::Endpoint>::ROUTE,
            request: Some(reread::<types::CompletionModelConfigRequest>),
            request_required: true,
            status: 200,
            media: "application/json",
            stream: Some(StreamEntry {
                framing: crate::runtime::Framing::ServerSentEvents,
                always: false,
                count: Some("num_samples"),
                pieces: Some(PieceNames {
                    samples: "data",
                    key: "index",
                    text: "output",
                    finish: "finish_reason",
                }),
            }),
            examples: &[
                Example {
                    part: Part::Request,
                    name: "two_samples",
                    json: r#"{
  "project": "harbour-guide", "session_id": "sesh_8ZbNq4Lw",
  "inputs": { "town": "Lerwick", "topics": ["tides", "ferries"] },
  "num_samples": 2, "user": "visitor-3391",
  "model_config_id": "prv_9GxUe6SbC1iHn4OyT7VdM"
}"#,
                    reread: reread::<types::CompletionModelConfigRequest>,
                },
                Example {
                    part: Part::Request,
                    name: "insert",
                    json: r#"{
  "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc", "parent_id": "data_Wn3aYt0VqG5sLk8ZpD1Bx",
  "inputs": { "town": "Lerwick" },
  "metadata": { "edition": "summer" },
  "source_datapoint_id": "evtc_3Pw6", "user": "visitor-3391", "return_inputs": false,
  "logprobs": 3, "suffix": " Mind the wet steps.", "template_language": "jinja",
  "model_config_id": "prv_9GxUe6SbC1iHn4OyT7VdM"
}"#,
                    reread: reread::<types::CompletionModelConfigRequest>,
                },
                Example {
                    part: Part::Reply,
                    name: "two_samples",
                    json: r#"{
  "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc", "num_samples": null, "logprobs": null,
  "suffix": null, "user": "visitor-3391",
  "data": [
    {
      "id": "data_k5AzJ0fXl8PmW3tDr6YbH", "index": 0,
      "output": "The ferry leaves after high tide.",
      "raw_output": " The ferry leaves after high tide.",
      "inputs": { "town": "Lerwick", "topics": ["tides", "ferries"] },
      "finish_reason": "stop", "model_config_id": "prv_9GxUe6SbC1iHn4OyT7VdM",
      "tool_results": []
    },
    {
      "id": "data_Q2vNs9KeU7gIo4BcF1LxZ", "index": 1, "output": "Boats wait for the",
      "raw_output": "Boats wait for the",
      "inputs": { "town": "Lerwick", "topics": ["tides", "ferries"] },
      "finish_reason": "length", "model_config_id": "prv_9GxUe6SbC1iHn4OyT7VdM",
      "tool_results": []
    }
  ],
  "usage": { "prompt_tokens": 12, "generation_tokens": 11, "total_tokens": 23 },
  "metadata": null,
  "provider_responses": [{ "id": "cmpl-invented-5", "object": "text_completion" }],
  "provider_request": null, "session_id": "sesh_8ZbNq4Lw"
}"#,
                    reread: reread::<types::CompletionResponse>,
                },
                Example {
                    part: Part::Reply,
                    name: "insert",
                    json: r#"{
  "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc", "num_samples": 1, "logprobs": 3,
  "suffix": " Mind the wet steps.", "user": "visitor-3391",
  "data": [
    {
      "id": "data_R4yHm1TzA6qCk8DvS3WoE", "index": 0,
      "output": "The quay floods at high water.",
      "raw_output": " The quay floods at high water.",
      "inputs": {},
      "finish_reason": "stop", "model_config_id": "prv_9GxUe6SbC1iHn4OyT7VdM",
      "tool_results": [
        {
          "id": "tr_5Gk", "name": "Tide table", "signature": "tide_table(town)",
          "result": "14:20"
        }
      ]
    }
  ],
  "usage": { "prompt_tokens": 19, "generation_tokens": 7, "total_tokens": 26 },
  "metadata": { "edition": "summer" },
  "provider_responses": [
    {
      "id": "cmpl-invented-6", "object": "text_completion",
      "choices": [
        { "index": 0, "logprobs": { "token_logprobs": [-0.21, -1.5, -0.03] } }
      ]
    }
  ],
  "provider_request": { "model": "davinci-002", "logprobs": 3 },
  "session_id": "sesh_8ZbNq4Lw"
}"#,
                    reread: reread::<types::CompletionResponse>,
                },
                Example {
                    part: Part::Event,
                    name: "piece",
                    json: r#"{
  "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc", "num_samples": null, "logprobs": null,
  "suffix": null, "user": "visitor-3391",
  "data": [
    {
      "id": "data_k5AzJ0fXl8PmW3tDr6YbH", "index": 0, "output": " ferry",
      "raw_output": " ferry",
      "inputs": { "town": "Lerwick", "topics": ["tides", "ferries"] },
      "finish_reason": null, "model_config_id": "prv_9GxUe6SbC1iHn4OyT7VdM",
      "tool_results": []
    }
  ],
  "usage": null, "metadata": null,
  "provider_responses": [],
  "provider_request": null, "session_id": null
}"#,
                    reread: reread::<types::CompletionEvent>,
                },
                Example {
                    part: Part::Event,
                    name: "last_piece",
                    json: r#"{
  "data": [
    {
      "id": "data_k5AzJ0fXl8PmW3tDr6YbH", "index": 0, "output": ".",
      "finish_reason": "stop"
    }
  ]
}"#,
                    reread: reread::<types::CompletionEvent>,
                },
                Example {
                    part: Part::Failure(401),
                    name: "key",
                    json: r#"{ "detail": "The key in X-API-KEY is not known." }"#,
                    reread: reread::<types::ErrorBody>,
                },
                Example {
                    part: Part::Failure(422),
                    name: "validation",
                    json: r#"{
  "detail": [
    {
      "loc": ["body", "num_samples"],
      "msg": "value is not a valid integer", "type": "type_error.integer"
    },
    {
      "loc": ["body", "inputs", "topics", 0],
      "msg": "ensure this value has at most 500 characters",
      "type": "value_error.any_str.max_length",
      "ctx": { "limit_value": 500 }
    }
  ]
}"#,
                    reread: reread::<types::UnprocessableEntity>,
                },
                Example {
                    part: Part::Failure(422),
                    name: "provider",
                    json: r#"{
  "detail": {
    "type": "unprocessable_entity_error",
    "message": "The prompt is 131 tokens longer than the model takes.", "code": 422,
    "origin": "OpenAI"
  }
}"#,
                    reread: reread::<types::UnprocessableEntity>,
                },
                Example {
                    part: Part::Failure(429),
                    name: "provider",
                    json: r#"{
  "detail": {
    "type": "rate_limit_error", "message": "Sixty requests a minute are allowed.",
    "code": 429, "origin": "OpenAI"
  }
}"#,
                    reread: reread::<types::ErrorBody>,
                },
            ],
        },
    ],
    types: &[
        TypeEntry {
            name: "ChatModelConfigRequest",
            json: r#"{
  "inputs": { "key": { "any": ["JSON", 1, null] } },
  "messages": [
    {
      "content": "text", "name": "text", "role": "user",
      "tool_call": { "arguments": "text", "name": "text" },
      "tool_call_id": "text",
      "tool_calls": [
        {
          "function": { "arguments": "text", "name": "text" },
          "id": "text", "type": "function"
        }
      ]
    }
  ],
  "metadata": { "key": { "any": ["JSON", 1, null] } },
  "model_config_id": "text", "num_samples": 1, "parent_id": "text", "project": "text",
  "project_id": "text",
  "provider_api_keys": {
    "ai21": "secret", "anthropic": "secret", "bedrock": "secret", "cohere": "secret",
    "mock": "secret", "openai": "secret", "openai_azure": "secret",
    "openai_azure_endpoint": "secret"
  },
  "response_format": {
    "json_schema": { "key": { "any": ["JSON", 1, null] } },
    "type": "json_object"
  },
  "return_inputs": true, "save": true, "seed": 1, "session_id": "text",
  "source": "text", "source_datapoint_id": "text", "tool_call": "text",
  "tool_choice": "none", "user": "text"
}"#,
            reread: reread::<types::ChatModelConfigRequest>,
        },
        TypeEntry {
            name: "ProviderApiKeys",
            json: r#"{
  "ai21": "secret", "anthropic": "secret", "bedrock": "secret", "cohere": "secret",
  "mock": "secret", "openai": "secret", "openai_azure": "secret",
  "openai_azure_endpoint": "secret"
}"#,
            reread: reread::<types::ProviderApiKeys>,
        },
        TypeEntry {
            name: "ChatMessage",
            json: r#"{
  "content": "text", "name": "text", "role": "user",
  "tool_call": { "arguments": "text", "name": "text" },
  "tool_call_id": "text",
  "tool_calls": [
    {
      "function": { "arguments": "text", "name": "text" },
      "id": "text", "type": "function"
    }
  ]
}"#,
            reread: reread::<types::ChatMessage>,
        },
        TypeEntry {
            name: "MessageContent",
            json: r#""text""#,
            reread: reread::<types::MessageContent>,
        },
        TypeEntry {
            name: "ContentPart",
            json: r#"{ "text": "text", "type": "text" }"#,
            reread: reread::<types::ContentPart>,
        },
        TypeEntry {
            name: "TextContent",
            json: r#"{ "text": "text", "type": "text" }"#,
            reread: reread::<types::TextContent>,
        },
        TypeEntry {
            name: "ImageContent",
            json: r#"{ "image_url": { "detail": "high", "url": "text" }, "type": "image_url" }"#,
            reread: reread::<types::ImageContent>,
        },
        TypeEntry {
            name: "ImageUrl",
            json: r#"{ "detail": "high", "url": "text" }"#,
            reread: reread::<types::ImageUrl>,
        },
        TypeEntry {
            name: "ImageDetail",
            json: r#""high""#,
            reread: reread::<types::ImageDetail>,
        },
        TypeEntry {
            name: "ChatRole",
            json: r#""user""#,
            reread: reread::<types::ChatRole>,
        },
        TypeEntry {
            name: "ToolCall",
            json: r#"{
  "function": { "arguments": "text", "name": "text" },
  "id": "text", "type": "function"
}"#,
            reread: reread::<types::ToolCall>,
        },
        TypeEntry {
            name: "ToolType",
            json: r#""function""#,
            reread: reread::<types::ToolType>,
        },
        TypeEntry {
            name: "FunctionCall",
            json: r#"{ "arguments": "text", "name": "text" }"#,
            reread: reread::<types::FunctionCall>,
        },
        TypeEntry {
            name: "ToolChoice",
            json: r#""none""#,
            reread: reread::<types::ToolChoice>,
        },
        TypeEntry {
            name: "NamedTool",
            json: r#"{ "function": { "name": "text" }, "type": "function" }"#,
            reread: reread::<types::NamedTool>,
        },
        TypeEntry {
            name: "FunctionName",
            json: r#"{ "name": "text" }"#,
            reread: reread::<types::FunctionName>,
        },
        TypeEntry {
            name: "LegacyToolChoice",
            json: r#""text""#,
            reread: reread::<types::LegacyToolChoice>,
        },
        TypeEntry {
            name: "ResponseFormat",
            json: r#"{ "json_schema": { "key": { "any": ["JSON", 1, null] } }, "type": "json_object" }"#,
            reread: reread::<types::ResponseFormat>,
        },
        TypeEntry {
            name: "ResponseFormatType",
            json: r#""json_object""#,
            reread: reread::<types::ResponseFormatType>,
        },
        TypeEntry {
            name: "ChatEvent",
            json: r#"{
  "data": [
    {
      "finish_reason": "stop", "id": "text", "index": 1,
      "inputs": { "key": { "any": ["JSON", 1, null] } },
      "messages": [
        {
          "content": "text", "name": "text", "role": "user",
          "tool_call": { "arguments": "text", "name": "text" },
          "tool_call_id": "text",
          "tool_calls": [
            {
              "function": { "arguments": "text", "name": "text" },
              "id": "text", "type": "function"
            }
          ]
        }
      ],
      "model_config_id": "text", "output": "text",
      "output_message": {
        "content": "text", "name": "text", "role": "user",
        "tool_call": { "arguments": "text", "name": "text" },
        "tool_call_id": "text",
        "tool_calls": [
          {
            "function": { "arguments": "text", "name": "text" },
            "id": "text", "type": "function"
          }
        ]
      },
      "raw_output": "text",
      "tool_call": { "arguments": "text", "name": "text" },
      "tool_calls": [
        {
          "function": { "arguments": "text", "name": "text" },
          "id": "text", "type": "function"
        }
      ],
      "tool_results": [
        { "id": "text", "name": "text", "result": "text", "signature": "text" }
      ]
    }
  ],
  "logprobs": 1,
  "metadata": { "key": { "any": ["JSON", 1, null] } },
  "num_samples": 1, "project_id": "text",
  "provider_request": { "key": { "any": ["JSON", 1, null] } },
  "provider_responses": [{ "any": ["JSON", 1, null] }],
  "session_id": "text", "suffix": "text", "tool_choice": "none",
  "usage": { "generation_tokens": 1, "prompt_tokens": 1, "total_tokens": 1 },
  "user": "text"
}"#,
            reread: reread::<types::ChatEvent>,
        },
        TypeEntry {
            name: "ChatPiece",
            json: r#"{
  "finish_reason": "stop", "id": "text", "index": 1,
  "inputs": { "key": { "any": ["JSON", 1, null] } },
  "messages": [
    {
      "content": "text", "name": "text", "role": "user",
      "tool_call": { "arguments": "text", "name": "text" },
      "tool_call_id": "text",
      "tool_calls": [
        {
          "function": { "arguments": "text", "name": "text" },
          "id": "text", "type": "function"
        }
      ]
    }
  ],
  "model_config_id": "text", "output": "text",
  "output_message": {
    "content": "text", "name": "text", "role": "user",
    "tool_call": { "arguments": "text", "name": "text" },
    "tool_call_id": "text",
    "tool_calls": [
      {
        "function": { "arguments": "text", "name": "text" },
        "id": "text", "type": "function"
      }
    ]
  },
  "raw_output": "text",
  "tool_call": { "arguments": "text", "name": "text" },
  "tool_calls": [
    {
      "function": { "arguments": "text", "name": "text" },
      "id": "text", "type": "function"
    }
  ],
  "tool_results": [
    { "id": "text", "name": "text", "result": "text", "signature": "text" }
  ]
}"#,
            reread: reread::<types::ChatPiece>,
        },
        TypeEntry {
            name: "FinishReason",
            json: r#""stop""#,
            reread: reread::<types::FinishReason>,
        },
        TypeEntry {
            name: "ToolResult",
            json: r#"{ "id": "text", "name": "text", "result": "text", "signature": "text" }"#,
            reread: reread::<types::ToolResult>,
        },
        TypeEntry {
            name: "Usage",
            json: r#"{ "generation_tokens": 1, "prompt_tokens": 1, "total_tokens": 1 }"#,
            reread: reread::<types::Usage>,
        },
        TypeEntry {
            name: "ChatResponse",
            json: r#"{
  "data": [
    {
      "finish_reason": "stop", "id": "text", "index": 1,
      "inputs": { "key": { "any": ["JSON", 1, null] } },
      "messages": [
        {
          "content": "text", "name": "text", "role": "user",
          "tool_call": { "arguments": "text", "name": "text" },
          "tool_call_id": "text",
          "tool_calls": [
            {
              "function": { "arguments": "text", "name": "text" },
              "id": "text", "type": "function"
            }
          ]
        }
      ],
      "model_config_id": "text", "output": "text",
      "output_message": {
        "content": "text", "name": "text", "role": "user",
        "tool_call": { "arguments": "text", "name": "text" },
        "tool_call_id": "text",
        "tool_calls": [
          {
            "function": { "arguments": "text", "name": "text" },
            "id": "text", "type": "function"
          }
        ]
      },
      "raw_output": "text",
      "tool_call": { "arguments": "text", "name": "text" },
      "tool_calls": [
        {
          "function": { "arguments": "text", "name": "text" },
          "id": "text", "type": "function"
        }
      ],
      "tool_results": [
        { "id": "text", "name": "text", "result": "text", "signature": "text" }
      ]
    }
  ],
  "logprobs": 1,
  "metadata": { "key": { "any": ["JSON", 1, null] } },
  "num_samples": 1, "project_id": "text",
  "provider_request": { "key": { "any": ["JSON", 1, null] } },
  "provider_responses": [{ "any": ["JSON", 1, null] }],
  "session_id": "text", "suffix": "text", "tool_choice": "none",
  "usage": { "generation_tokens": 1, "prompt_tokens": 1, "total_tokens": 1 },
  "user": "text"
}"#,
            reread: reread::<types::ChatResponse>,
        },
        TypeEntry {
            name: "ChatSample",
            json: r#"{
  "finish_reason": "stop", "id": "text", "index": 1,
  "inputs": { "key": { "any": ["JSON", 1, null] } },
  "messages": [
    {
      "content": "text", "name": "text", "role": "user",
      "tool_call": { "arguments": "text", "name": "text" },
      "tool_call_id": "text",
      "tool_calls": [
        {
          "function": { "arguments": "text", "name": "text" },
          "id": "text", "type": "function"
        }
      ]
    }
  ],
  "model_config_id": "text", "output": "text",
  "output_message": {
    "content": "text", "name": "text", "role": "user",
    "tool_call": { "arguments": "text", "name": "text" },
    "tool_call_id": "text",
    "tool_calls": [
      {
        "function": { "arguments": "text", "name": "text" },
        "id": "text", "type": "function"
      }
    ]
  },
  "raw_output": "text",
  "tool_call": { "arguments": "text", "name": "text" },
  "tool_calls": [
    {
      "function": { "arguments": "text", "name": "text" },
      "id": "text", "type": "function"
    }
  ],
  "tool_results": [
    { "id": "text", "name": "text", "result": "text", "signature": "text" }
  ]
}"#,
            reread: reread::<types::ChatSample>,
        },
        TypeEntry {
            name: "ErrorBody",
            json: r#"{ "detail": "text" }"#,
            reread: reread::<types::ErrorBody>,
        },
        TypeEntry {
            name: "ErrorDetail",
            json: r#""text""#,
            reread: reread::<types::ErrorDetail>,
        },
        TypeEntry {
            name: "ProviderError",
            json: r#"{ "code": 1, "message": "text", "origin": "text", "type": "text" }"#,
            reread: reread::<types::ProviderError>,
        },
        TypeEntry {
            name: "ValidationError",
            json: r#"{
  "ctx": { "key": { "any": ["JSON", 1, null] } },
  "loc": ["text"],
  "msg": "text", "type": "text"
}"#,
            reread: reread::<types::ValidationError>,
        },
        TypeEntry {
            name: "LocationPart",
            json: r#""text""#,
            reread: reread::<types::LocationPart>,
        },
        TypeEntry {
            name: "UnprocessableEntity",
            json: r#"{ "detail": { "code": 1, "message": "text", "origin": "text", "type": "text" } }"#,
            reread: reread::<types::UnprocessableEntity>,
        },
        TypeEntry {
            name: "ProviderFailure",
            json: r#"{ "detail": { "code": 1, "message": "text", "origin": "text", "type": "text" } }"#,
            reread: reread::<types::ProviderFailure>,
        },
        TypeEntry {
            name: "HttpValidationError",
            json: r#"{
  "detail": [
    {
      "ctx": { "key": { "any": ["JSON", 1, null] } },
      "loc": ["text"],
      "msg": "text", "type": "text"
    }
  ]
}"#,
            reread: reread::<types::HttpValidationError>,
        },
        TypeEntry {
            name: "ChatExperimentRequest",
            json: r#"{
  "experiment_id": "text",
  "inputs": { "key": { "any": ["JSON", 1, null] } },
  "messages": [
    {
      "content": "text", "name": "text", "role": "user",
      "tool_call": { "arguments": "text", "name": "text" },
      "tool_call_id": "text",
      "tool_calls": [
        {
          "function": { "arguments": "text", "name": "text" },
          "id": "text", "type": "function"
        }
      ]
    }
  ],
  "metadata": { "key": { "any": ["JSON", 1, null] } },
  "num_samples": 1, "parent_id": "text", "project": "text", "project_id": "text",
  "provider_api_keys": {
    "ai21": "secret", "anthropic": "secret", "bedrock": "secret", "cohere": "secret",
    "mock": "secret", "openai": "secret", "openai_azure": "secret",
    "openai_azure_endpoint": "secret"
  },
  "response_format": {
    "json_schema": { "key": { "any": ["JSON", 1, null] } },
    "type": "json_object"
  },
  "return_inputs": true, "save": true, "seed": 1, "session_id": "text",
  "source": "text", "source_datapoint_id": "text", "tool_call": "text",
  "tool_choice": "none", "user": "text"
}"#,
            reread: reread::<types::ChatExperimentRequest>,
        },
        TypeEntry {
            name: "CompletionModelConfigRequest",
            json: r#"{
  "inputs": { "key": { "any": ["JSON", 1, null] } },
  "logprobs": 1,
  "metadata": { "key": { "any": ["JSON", 1, null] } },
  "model_config_id": "text", "num_samples": 1, "parent_id": "text", "project": "text",
  "project_id": "text",
  "provider_api_keys": {
    "ai21": "secret", "anthropic": "secret", "bedrock": "secret", "cohere": "secret",
    "mock": "secret", "openai": "secret", "openai_azure": "secret",
    "openai_azure_endpoint": "secret"
  },
  "return_inputs": true, "save": true, "seed": 1, "session_id": "text",
  "source": "text", "source_datapoint_id": "text", "suffix": "text",
  "template_language": "default", "user": "text"
}"#,
            reread: reread::<types::CompletionModelConfigRequest>,
        },
        TypeEntry {
            name: "TemplateLanguage",
            json: r#""default""#,
            reread: reread::<types::TemplateLanguage>,
        },
        TypeEntry {
            name: "CompletionEvent",
            json: r#"{
  "data": [
    {
      "finish_reason": "stop", "id": "text", "index": 1,
      "inputs": { "key": { "any": ["JSON", 1, null] } },
      "model_config_id": "text", "output": "text", "raw_output": "text",
      "tool_results": [
        { "id": "text", "name": "text", "result": "text", "signature": "text" }
      ]
    }
  ],
  "logprobs": 1,
  "metadata": { "key": { "any": ["JSON", 1, null] } },
  "num_samples": 1, "project_id": "text",
  "provider_request": { "key": { "any": ["JSON", 1, null] } },
  "provider_responses": [{ "any": ["JSON", 1, null] }],
  "session_id": "text", "suffix": "text",
  "usage": { "generation_tokens": 1, "prompt_tokens": 1, "total_tokens": 1 },
  "user": "text"
}"#,
            reread: reread::<types::CompletionEvent>,
        },
        TypeEntry {
            name: "CompletionPiece",
            json: r#"{
  "finish_reason": "stop", "id": "text", "index": 1,
  "inputs": { "key": { "any": ["JSON", 1, null] } },
  "model_config_id": "text", "output": "text", "raw_output": "text",
  "tool_results": [
    { "id": "text", "name": "text", "result": "text", "signature": "text" }
  ]
}"#,
            reread: reread::<types::CompletionPiece>,
        },
        TypeEntry {
            name: "CompletionResponse",
            json: r#"{
  "data": [
    {
      "finish_reason": "stop", "id": "text", "index": 1,
      "inputs": { "key": { "any": ["JSON", 1, null] } },
      "model_config_id": "text", "output": "text", "raw_output": "text",
      "tool_results": [
        { "id": "text", "name": "text", "result": "text", "signature": "text" }
      ]
    }
  ],
  "logprobs": 1,
  "metadata": { "key": { "any": ["JSON", 1, null] } },
  "num_samples": 1, "project_id": "text",
  "provider_request": { "key": { "any": ["JSON", 1, null] } },
  "provider_responses": [{ "any": ["JSON", 1, null] }],
  "session_id": "text", "suffix": "text",
  "usage": { "generation_tokens": 1, "prompt_tokens": 1, "total_tokens": 1 },
  "user": "text"
}"#,
            reread: reread::<types::CompletionResponse>,
        },
        TypeEntry {
            name: "CompletionSample",
            json: r#"{
  "finish_reason": "stop", "id": "text", "index": 1,
  "inputs": { "key": { "any": ["JSON", 1, null] } },
  "model_config_id": "text", "output": "text", "raw_output": "text",
  "tool_results": [
    { "id": "text", "name": "text", "result": "text", "signature": "text" }
  ]
}"#,
            reread: reread::<types::CompletionSample>,
        },
    ],
};
impl Like for types::ChatModelConfigRequest {
    const EXAMPLE: &'static str = r#"{
  "inputs": { "language": "English", "town": "Lerwick" },
  "messages": [{ "content": "When is high tide today?", "role": "user" }],
  "metadata": { "kiosk": 7, "locale": "en-GB" },
  "model_config_id": "prv_4TqLmZ81xKd0aWfYc2Rj9", "num_samples": 2,
  "project": "harbour-guide", "session_reference_id": "visit-2024-07-19-0042",
  "source": "kiosk", "user": "visitor-3391"
}"#;
}
impl Like for types::ProviderApiKeys {
    const EXAMPLE: &'static str = r#"{ "openai": "sk-invented-0000" }"#;
}
impl Like for types::ChatMessage {
    const EXAMPLE: &'static str = r#"{ "content": "When is high tide today?", "role": "user" }"#;
}
impl Like for types::MessageContent {
    const EXAMPLE: &'static str = r#""When is high tide today?""#;
}
impl Like for types::ContentPart {
    const EXAMPLE: &'static str = r#"{ "text": "How deep is the water at this pier?", "type": "text" }"#;
}
impl Like for types::TextContent {
    const EXAMPLE: &'static str = r#"{ "text": "How deep is the water at this pier?", "type": "text" }"#;
}
impl Like for types::ImageContent {
    const EXAMPLE: &'static str = r#"{
  "image_url": { "detail": "low", "url": "https://example.com/pier.jpg" },
  "type": "image_url"
}"#;
}
impl Like for types::ImageUrl {
    const EXAMPLE: &'static str = r#"{ "detail": "low", "url": "https://example.com/pier.jpg" }"#;
}
impl Like for types::ImageDetail {
    const EXAMPLE: &'static str = r#""low""#;
}
impl Like for types::ChatRole {
    const EXAMPLE: &'static str = r#""user""#;
}
impl Like for types::ToolCall {
    const EXAMPLE: &'static str = r#"{
  "function": { "arguments": "{\"pier\": \"Victoria\"}", "name": "depth_at" },
  "id": "call_Uq71", "type": "function"
}"#;
}
impl Like for types::ToolType {
    const EXAMPLE: &'static str = r#""function""#;
}
impl Like for types::FunctionCall {
    const EXAMPLE: &'static str = r#"{ "arguments": "{\"pier\": \"Victoria\"}", "name": "depth_at" }"#;
}
impl Like for types::ToolChoice {
    const EXAMPLE: &'static str = r#"{ "function": { "name": "depth_at" }, "type": "function" }"#;
}
impl Like for types::NamedTool {
    const EXAMPLE: &'static str = r#"{ "function": { "name": "depth_at" }, "type": "function" }"#;
}
impl Like for types::FunctionName {
    const EXAMPLE: &'static str = r#"{ "name": "depth_at" }"#;
}
impl Like for types::LegacyToolChoice {
    const EXAMPLE: &'static str = r#"{ "name": "depth_at" }"#;
}
impl Like for types::ResponseFormat {
    const EXAMPLE: &'static str = r#"{ "type": "json_object" }"#;
}
impl Like for types::ResponseFormatType {
    const EXAMPLE: &'static str = r#""json_object""#;
}
impl Like for types::ChatEvent {
    const EXAMPLE: &'static str = r#"{
  "data": [
    {
      "finish_reason": null, "id": "data_c9RfX6uJm2HoTe4WyK7Qs", "index": 1,
      "inputs": {},
      "messages": [],
      "model_config_id": "prv_4TqLmZ81xKd0aWfYc2Rj9", "output": " tide",
      "output_message": {
        "content": " tide", "name": null, "role": "assistant", "tool_call": null,
        "tool_call_id": null, "tool_calls": null
      },
      "raw_output": " tide", "tool_call": null, "tool_calls": null,
      "tool_results": []
    }
  ],
  "logprobs": null, "metadata": null, "num_samples": 2,
  "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc", "provider_request": null,
  "provider_responses": [],
  "session_id": null, "suffix": null, "tool_choice": null, "usage": null,
  "user": "visitor-3391"
}"#;
}
impl Like for types::ChatPiece {
    const EXAMPLE: &'static str = r#"{
  "finish_reason": null, "id": "data_c9RfX6uJm2HoTe4WyK7Qs", "index": 1,
  "inputs": {},
  "messages": [],
  "model_config_id": "prv_4TqLmZ81xKd0aWfYc2Rj9", "output": " tide",
  "output_message": {
    "content": " tide", "name": null, "role": "assistant", "tool_call": null,
    "tool_call_id": null, "tool_calls": null
  },
  "raw_output": " tide", "tool_call": null, "tool_calls": null,
  "tool_results": []
}"#;
}
impl Like for types::FinishReason {
    const EXAMPLE: &'static str = r#""stop""#;
}
impl Like for types::ToolResult {
    const EXAMPLE: &'static str = r#"{
  "id": "tr_5Gk", "name": "Tide table", "result": "14:20",
  "signature": "tide_table(town)"
}"#;
}
impl Like for types::Usage {
    const EXAMPLE: &'static str = r#"{ "generation_tokens": 23, "prompt_tokens": 31, "total_tokens": 54 }"#;
}
impl Like for types::ChatResponse {
    const EXAMPLE: &'static str = r#"{
  "data": [
    {
      "finish_reason": "stop", "id": "data_Wn3aYt0VqG5sLk8ZpD1Bx", "index": 0,
      "inputs": { "language": "English", "town": "Lerwick" },
      "messages": [
        {
          "content": "You guide visitors of Lerwick. High tide: 14:20.", "name": null,
          "role": "system", "tool_call": null, "tool_call_id": null, "tool_calls": null
        },
        {
          "content": "When is high tide today?", "name": null, "role": "user",
          "tool_call": null, "tool_call_id": null, "tool_calls": null
        }
      ],
      "model_config_id": "prv_4TqLmZ81xKd0aWfYc2Rj9",
      "output": "High tide in Lerwick is at 14:20.",
      "output_message": {
        "content": "High tide in Lerwick is at 14:20.", "name": null,
        "role": "assistant", "tool_call": null, "tool_call_id": null,
        "tool_calls": null
      },
      "raw_output": "High tide in Lerwick is at 14:20.", "tool_call": null,
      "tool_calls": null,
      "tool_results": [
        {
          "id": "tr_5Gk", "name": "Tide table", "result": "14:20",
          "signature": "tide_table(town)"
        }
      ]
    },
    {
      "finish_reason": "length", "id": "data_c9RfX6uJm2HoTe4WyK7Qs", "index": 1,
      "inputs": { "language": "English", "town": "Lerwick" },
      "messages": [],
      "model_config_id": "prv_4TqLmZ81xKd0aWfYc2Rj9",
      "output": "The tide peaks at twenty past two.",
      "output_message": {
        "content": " The tide peaks at twenty past two.\n", "name": null,
        "role": "assistant", "tool_call": null, "tool_call_id": null,
        "tool_calls": null
      },
      "raw_output": " The tide peaks at twenty past two.\n", "tool_call": null,
      "tool_calls": null,
      "tool_results": []
    }
  ],
  "logprobs": null,
  "metadata": { "kiosk": 7, "locale": "en-GB" },
  "num_samples": 2, "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc",
  "provider_request": { "model": "gpt-4o", "n": 2, "temperature": 0.7 },
  "provider_responses": [
    {
      "choices": [
        { "finish_reason": "stop", "index": 0 },
        { "finish_reason": "length", "index": 1 }
      ],
      "id": "chatcmpl-invented-1", "object": "chat.completion"
    }
  ],
  "session_id": "sesh_8ZbNq4Lw", "suffix": null, "tool_choice": null,
  "usage": { "generation_tokens": 23, "prompt_tokens": 31, "total_tokens": 54 },
  "user": "visitor-3391"
}"#;
}
impl Like for types::ChatSample {
    const EXAMPLE: &'static str = r#"{
  "finish_reason": "stop", "id": "data_Wn3aYt0VqG5sLk8ZpD1Bx", "index": 0,
  "inputs": { "language": "English", "town": "Lerwick" },
  "messages": [
    {
      "content": "You guide visitors of Lerwick. High tide: 14:20.", "name": null,
      "role": "system", "tool_call": null, "tool_call_id": null, "tool_calls": null
    },
    {
      "content": "When is high tide today?", "name": null, "role": "user",
      "tool_call": null, "tool_call_id": null, "tool_calls": null
    }
  ],
  "model_config_id": "prv_4TqLmZ81xKd0aWfYc2Rj9",
  "output": "High tide in Lerwick is at 14:20.",
  "output_message": {
    "content": "High tide in Lerwick is at 14:20.", "name": null, "role": "assistant",
    "tool_call": null, "tool_call_id": null, "tool_calls": null
  },
  "raw_output": "High tide in Lerwick is at 14:20.", "tool_call": null,
  "tool_calls": null,
  "tool_results": [
    {
      "id": "tr_5Gk", "name": "Tide table", "result": "14:20",
      "signature": "tide_table(town)"
    }
  ]
}"#;
}
impl Like for types::ErrorBody {
    const EXAMPLE: &'static str = r#"{ "detail": "The key in X-API-KEY is not known." }"#;
}
impl Like for types::ErrorDetail {
    const EXAMPLE: &'static str = r#""The key in X-API-KEY is not known.""#;
}
impl Like for types::ProviderError {
    const EXAMPLE: &'static str = r#"{
  "code": 429, "message": "Sixty requests a minute are allowed.", "origin": "OpenAI",
  "type": "rate_limit_error"
}"#;
}
impl Like for types::ValidationError {
    const EXAMPLE: &'static str = r#"{
  "ctx": { "key": { "any": ["JSON", 1, null] } },
  "loc": ["text"],
  "msg": "text", "type": "text"
}"#;
}
impl Like for types::LocationPart {
    const EXAMPLE: &'static str = r#""text""#;
}
impl Like for types::UnprocessableEntity {
    const EXAMPLE: &'static str = r#"{
  "detail": [
    {
      "loc": ["body", "num_samples"],
      "msg": "value is not a valid integer", "type": "type_error.integer"
    },
    {
      "ctx": { "limit_value": 500 },
      "loc": ["body", "inputs", "topics", 0],
      "msg": "ensure this value has at most 500 characters",
      "type": "value_error.any_str.max_length"
    }
  ]
}"#;
}
impl Like for types::ProviderFailure {
    const EXAMPLE: &'static str = r#"{ "detail": { "code": 1, "message": "text", "origin": "text", "type": "text" } }"#;
}
impl Like for types::HttpValidationError {
    const EXAMPLE: &'static str = r#"{
  "detail": [
    {
      "ctx": { "key": { "any": ["JSON", 1, null] } },
      "loc": ["text"],
      "msg": "text", "type": "text"
    }
  ]
}"#;
}
impl Like for types::ChatExperimentRequest {
    const EXAMPLE: &'static str = r#"{
  "experiment_id": "exp_Kd83vWq0ZtYs",
  "inputs": { "town": "Lerwick" },
  "messages": [
    { "content": "Answer in one sentence.", "role": "system" },
    { "content": "When is high tide today?", "name": "Inga", "role": "user" }
  ],
  "num_samples": 2, "project": "harbour-guide", "tool_choice": "auto"
}"#;
}
impl Like for types::CompletionModelConfigRequest {
    const EXAMPLE: &'static str = r#"{
  "inputs": { "topics": ["tides", "ferries"], "town": "Lerwick" },
  "model_config_id": "prv_9GxUe6SbC1iHn4OyT7VdM", "num_samples": 2,
  "project": "harbour-guide", "session_id": "sesh_8ZbNq4Lw", "user": "visitor-3391"
}"#;
}
impl Like for types::TemplateLanguage {
    const EXAMPLE: &'static str = r#""jinja""#;
}
impl Like for types::CompletionEvent {
    const EXAMPLE: &'static str = r#"{
  "data": [
    {
      "finish_reason": null, "id": "data_k5AzJ0fXl8PmW3tDr6YbH", "index": 0,
      "inputs": { "topics": ["tides", "ferries"], "town": "Lerwick" },
      "model_config_id": "prv_9GxUe6SbC1iHn4OyT7VdM", "output": " ferry",
      "raw_output": " ferry",
      "tool_results": []
    }
  ],
  "logprobs": null, "metadata": null, "num_samples": null,
  "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc", "provider_request": null,
  "provider_responses": [],
  "session_id": null, "suffix": null, "usage": null, "user": "visitor-3391"
}"#;
}
impl Like for types::CompletionPiece {
    const EXAMPLE: &'static str = r#"{
  "finish_reason": null, "id": "data_k5AzJ0fXl8PmW3tDr6YbH", "index": 0,
  "inputs": { "topics": ["tides", "ferries"], "town": "Lerwick" },
  "model_config_id": "prv_9GxUe6SbC1iHn4OyT7VdM", "output": " ferry",
  "raw_output": " ferry",
  "tool_results": []
}"#;
}
impl Like for types::CompletionResponse {
    const EXAMPLE: &'static str = r#"{
  "data": [
    {
      "finish_reason": "stop", "id": "data_k5AzJ0fXl8PmW3tDr6YbH", "index": 0,
      "inputs": { "topics": ["tides", "ferries"], "town": "Lerwick" },
      "model_config_id": "prv_9GxUe6SbC1iHn4OyT7VdM",
      "output": "The ferry leaves after high tide.",
      "raw_output": " The ferry leaves after high tide.",
      "tool_results": []
    },
    {
      "finish_reason": "length", "id": "data_Q2vNs9KeU7gIo4BcF1LxZ", "index": 1,
      "inputs": { "topics": ["tides", "ferries"], "town": "Lerwick" },
      "model_config_id": "prv_9GxUe6SbC1iHn4OyT7VdM", "output": "Boats wait for the",
      "raw_output": "Boats wait for the",
      "tool_results": []
    }
  ],
  "logprobs": null, "metadata": null, "num_samples": null,
  "project_id": "pr_h8VdQ2nYw5LkTz7RbE0Xc", "provider_request": null,
  "provider_responses": [{ "id": "cmpl-invented-5", "object": "text_completion" }],
  "session_id": "sesh_8ZbNq4Lw", "suffix": null,
  "usage": { "generation_tokens": 11, "prompt_tokens": 12, "total_tokens": 23 },
  "user": "visitor-3391"
}"#;
}
impl Like for types::CompletionSample {
    const EXAMPLE: &'static str = r#"{
  "finish_reason": "stop", "id": "data_k5AzJ0fXl8PmW3tDr6YbH", "index": 0,
  "inputs": { "topics": ["tides", "ferries"], "town": "Lerwick" },
  "model_config_id": "prv_9GxUe6SbC1iHn4OyT7VdM",
  "output": "The ferry leaves after high tide.",
  "raw_output": " The ferry leaves after high tide.",
  "tool_results": []
}"#;
}
