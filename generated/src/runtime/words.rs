//! Enums of words, open for ones that this crate does not know.

use serde::de::{Deserializer, Visitor};
use serde::{Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;

/// A word that this version of the crate does not know.
///
/// Only reading and converting text make one, and both give the known variant for a known word,
/// so it never equals one of those.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownWord(Box<str>);

impl UnknownWord {
    /// The word.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Holds a word that the macro found to be none of the known ones.
    pub(crate) fn new(word: impl Into<Box<str>>) -> Self {
        super::doubts(1);
        Self(word.into())
    }
}

impl fmt::Debug for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// Reads a word.
pub fn read_word<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: for<'a> From<&'a str>,
    D: Deserializer<'de>,
{
    deserializer.deserialize_str(WordVisitor(PhantomData))
}

struct WordVisitor<T>(PhantomData<T>);

impl<T: for<'a> From<&'a str>> Visitor<'_> for WordVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E>(self, word: &str) -> Result<T, E> {
        Ok(T::from(word))
    }
}

impl Serialize for UnknownWord {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// Implements text conversions and serde for an enum of words: `ChatRole, else Unknown`.
macro_rules! words {
    ($type:ident, else $unknown:ident { $($variant:ident = $word:literal),* $(,)? }) => {
        // Deprecated words are read and written like others.
        #[allow(deprecated)]
        impl $type {
            /// The word as it is on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)*
                    Self::$unknown(word) => word.as_str(),
                }
            }

            fn known(word: &str) -> Option<Self> {
                $(if word == $word {
                    return Some(Self::$variant);
                })*
                let _ = word;
                None
            }
        }

        impl From<&str> for $type {
            fn from(word: &str) -> Self {
                Self::known(word)
                    .unwrap_or_else(|| Self::$unknown($crate::runtime::UnknownWord::new(word)))
            }
        }

        impl From<String> for $type {
            fn from(word: String) -> Self {
                Self::known(&word)
                    .unwrap_or_else(|| Self::$unknown($crate::runtime::UnknownWord::new(word)))
            }
        }

        impl AsRef<str> for $type {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::core::fmt::Display for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                $crate::runtime::read_word(deserializer)
            }
        }

        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}
pub(crate) use words;
