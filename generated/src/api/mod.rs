// Written by `cargo xtask generate`; change the schema and run it again.
//! Humanloop API, version `4.0.1`.

#![allow(
    clippy::enum_variant_names, clippy::fn_params_excessive_bools, clippy::large_enum_variant,
    clippy::large_types_passed_by_value, clippy::module_inception, clippy::should_implement_trait,
    clippy::similar_names, clippy::struct_excessive_bools, clippy::struct_field_names,
    clippy::too_many_arguments, clippy::too_many_lines, clippy::type_complexity,
    clippy::wrong_self_convention,
    reason = "names and shapes are the document's"
)]

mod chats;
mod completions;
#[cfg(feature = "mock")]
pub(crate) mod mock;
pub mod types;

/// The calls: what the document calls each, where it goes, and the method that makes it.
///
/// | operation | title | path | answer | method |
/// | --- | --- | --- | --- | --- |
/// | `chatModelConfig` | Chat Model Config | `POST /chat-model-config` | whole | [`chat_model_config`](crate::Client::chat_model_config) |
/// | `chatModelConfig` | Chat Model Config | `POST /chat-model-config` | stream | [`chat_model_config_stream`](crate::Client::chat_model_config_stream) |
/// | `chatExperiment` | Chat Experiment | `POST /chat-experiment` | whole | [`chat_experiment`](crate::Client::chat_experiment) |
/// | `chatExperiment` | Create Experiment Stream | `POST /chat-experiment` | stream | [`chat_experiment_stream`](crate::Client::chat_experiment_stream) |
/// | `completionModelConfig` | Completion Model Config | `POST /completion-model-config` | whole | [`completion_model_config`](crate::Client::completion_model_config) |
/// | `completionModelConfig` | Completion Model Config | `POST /completion-model-config` | stream | [`completion_model_config_stream`](crate::Client::completion_model_config_stream) |
///
/// Servers:
///
/// - `https://api.humanloop.com/v4`: The vendor's own service, which no longer answers. Ended on 2025-09-08.
///
/// Credentials:
///
/// - `APIKeyHeader`: The key of a Humanloop account, needed for every call.
pub mod endpoints {
    pub use super::chats::{
        ChatExperiment, ChatExperimentFailure, ChatModelConfig, ChatModelConfigFailure,
    };
    pub use super::completions::{CompletionModelConfig, CompletionModelConfigFailure};
}

/// What the document says of the API as a whole.
pub(crate) const API: crate::runtime::Api = crate::runtime::Api {
    title: "Humanloop API",
    version: "4.0.1",
    base_url: None,
    retired: Some("2025-09-08"),
    servers: &["https://api.humanloop.com/v4"],
    env_prefix: "HUMANLOOP",
    secured: true,
    schemes: &[
        crate::runtime::Scheme {
            name: "APIKeyHeader",
            kind: crate::runtime::SchemeKind::HeaderKey("X-API-KEY"),
            variable: None,
        },
    ],
    sign: Some(crate::runtime::sign),
};
