//! Members of one possible value.

use super::integer;
use serde::de::{DeserializeSeed, Deserializer};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The value of a member that has only one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fixed {
    /// A string.
    Str(&'static str),
    /// An integer.
    Int(i128),
    /// A boolean.
    Bool(bool),
}

impl<'de> DeserializeSeed<'de> for Fixed {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        Ok(match self {
            Self::Str(text) => String::deserialize(deserializer)? == text,
            Self::Int(number) => i128::deserialize(deserializer)? == number,
            Self::Bool(truth) => bool::deserialize(deserializer)? == truth,
        })
    }
}

impl Serialize for Fixed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Str(text) => serializer.serialize_str(text),
            Self::Int(number) => integer(number, serializer),
            Self::Bool(truth) => serializer.serialize_bool(truth),
        }
    }
}

impl fmt::Display for Fixed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Str(text) => write!(f, "{text:?}"),
            Self::Int(number) => write!(f, "{number}"),
            Self::Bool(truth) => write!(f, "{truth}"),
        }
    }
}
