//! `Step` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{object, union};

/// `Step` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Step {
    /// `StepNoSteps`.
    NoSteps(StepNoSteps),
    /// `StepAttemptRetry`.
    AttemptRetry(StepAttemptRetry),
    /// `StepUnknown`.
    Unknown2(StepUnknown),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { Step by "kind", else Unknown;
    NoSteps(StepNoSteps): object = "no_steps",
    AttemptRetry(StepAttemptRetry): object = "attempt_retry",
    Unknown2(StepUnknown): object = "unknown",
}

/// A variant of [`Step`].
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct StepNoSteps {}
object! { StepNoSteps {} constants { "kind": Str("no_steps") } }

impl StepNoSteps {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }
}

/// A variant of [`Step`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StepAttemptRetry {
    /// `attempt`.
    pub attempt: i64,
}
object! { StepAttemptRetry { required attempt } constants { "kind": Str("attempt_retry") } }

impl StepAttemptRetry {
    /// With all its members.
    pub fn new(attempt: i64) -> Self {
        Self { attempt }
    }
}

/// A variant of [`Step`].
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct StepUnknown {}
object! { StepUnknown {} constants { "kind": Str("unknown") } }

impl StepUnknown {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }
}
