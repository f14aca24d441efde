//! `Usage` of the schema. Written by `cargo xtask generate`.

use crate::runtime::object;

/// Counts of tokens.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Usage {
    /// Tokens of the prompt.
    pub prompt_tokens: i64,
    /// Tokens of what was generated.
    pub generation_tokens: i64,
    /// Tokens of both together.
    pub total_tokens: i64,
}
object! { Usage { required prompt_tokens, required generation_tokens, required total_tokens } }
