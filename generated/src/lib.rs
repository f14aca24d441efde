//! Typed, streaming client of the Humanloop v4 chat and completion calls.

pub mod runtime;
