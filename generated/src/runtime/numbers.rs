//! Enums of numbers, open for ones that this crate does not know.

use serde::de::{self, Deserializer, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// A number that this version of the crate does not know.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownNumber(i128);

impl UnknownNumber {
    /// The number.
    pub fn get(self) -> i128 {
        self.0
    }

    /// Holds a number that the macro found to be none of the known ones.
    pub(crate) fn new(number: i128) -> Self {
        super::doubts(1);
        Self(number)
    }
}

impl fmt::Debug for UnknownNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// Reads a number of up to 64 bits.
pub fn read_number<'de, T: From<i128>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_any(NumberVisitor(PhantomData))
}

struct NumberVisitor<T>(PhantomData<T>);

impl<T: From<i128>> Visitor<'_> for NumberVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an integer")
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<T, E> {
        Ok(T::from(number.into()))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<T, E> {
        Ok(T::from(number.into()))
    }
}

/// Implements conversions and serde for an enum of integers: `Level, else Unknown`.
macro_rules! numbers {
    ($type:ident, else $unknown:ident { $($variant:ident = $number:literal),* $(,)? }) => {
        // Deprecated numbers are read and written like others.
        #[allow(deprecated)]
        impl $type {
            /// The number as it is on the wire.
            pub fn get(self) -> i128 {
                match self {
                    $(Self::$variant => $number,)*
                    Self::$unknown(number) => number.get(),
                }
            }
        }

        // Deprecated numbers are read and written like others.
        #[allow(deprecated)]
        impl From<i128> for $type {
            fn from(number: i128) -> Self {
                match number {
                    $($number => Self::$variant,)*
                    _ => Self::$unknown($crate::runtime::UnknownNumber::new(number)),
                }
            }
        }

        impl ::core::fmt::Display for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.get(), f)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                $crate::runtime::read_number(deserializer)
            }
        }

        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                $crate::runtime::integer(self.get(), serializer)
            }
        }
    };
}
pub(crate) use numbers;
