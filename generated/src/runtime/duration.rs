//! Spans of time as ISO 8601 writes them.

use serde::de::{Deserialize, Deserializer};
use serde::{Serialize, Serializer};

/// A span of time as ISO 8601 writes it, `P1DT12H`.
///
/// Two are equal when all their units are: whether a day has 24 hours is the calendar's matter.
#[derive(Debug, Clone, Copy)]
pub struct Duration(pub jiff::Span);

impl PartialEq for Duration {
    fn eq(&self, other: &Self) -> bool {
        self.0.fieldwise() == other.0.fieldwise()
    }
}

impl Eq for Duration {}

impl From<jiff::Span> for Duration {
    fn from(span: jiff::Span) -> Self {
        Self(span)
    }
}

impl Serialize for Duration {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Duration {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        jiff::Span::deserialize(deserializer).map(Self)
    }
}
