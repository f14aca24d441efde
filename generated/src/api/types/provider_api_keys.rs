//! `ProviderApiKeys` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{Secret, object, setters};

/// Keys of model providers. They are secrets and are never printed.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct ProviderApiKeys {
    /// Key for OpenAI.
    pub openai: Option<Secret>,
    /// Key for AI21.
    pub ai21: Option<Secret>,
    /// Key for the provider that only pretends, for tests.
    pub mock: Option<Secret>,
    /// Key for Anthropic.
    pub anthropic: Option<Secret>,
    /// Key for Amazon Bedrock.
    pub bedrock: Option<Secret>,
    /// Key for Cohere.
    pub cohere: Option<Secret>,
    /// Key for OpenAI models on Azure. It needs `openai_azure_endpoint` too.
    pub openai_azure: Option<Secret>,
    /// URL of the Azure endpoint that `openai_azure` is for.
    pub openai_azure_endpoint: Option<Secret>,
}
object! { ProviderApiKeys {
    optional openai, optional ai21, optional mock, optional anthropic, optional bedrock,
    optional cohere, optional openai_azure, optional openai_azure_endpoint,
} }

impl ProviderApiKeys {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        optional openai: impl Into<Secret>, optional ai21: impl Into<Secret>,
        optional mock: impl Into<Secret>, optional anthropic: impl Into<Secret>,
        optional bedrock: impl Into<Secret>, optional cohere: impl Into<Secret>,
        optional openai_azure: impl Into<Secret>, optional openai_azure_endpoint: impl Into<Secret>,
    }
}
