//! Reading and writing of objects: one visitor for every emitted struct.
//!
//! A derive would give each struct a visitor of its own; on a thousand structs that is many times the
//! check time of the one line `object!` needs. What is emitted for each field is therefore a call that
//! cannot fail: a `?` costs the compiler more than the field itself, so errors wait in the reader and
//! the writer until the object is through. Both count the fields, so that no row says its number, and
//! stand behind traits without a lifetime, so that the compiler proves `String: DeserializeOwned` once
//! and not for each field.

use super::fixed::Fixed;
use super::members::Members;
use super::writer::{Writer, write_members};
use serde::Serialize;
use serde::ser::{Error as _, SerializeMap, Serializer};

/// A struct whose members are the members of a JSON object.
pub trait Object: Sized {
    /// The wire names of its fields in the order of the macro's rows.
    const MEMBERS: &'static [&'static str] = &[];
    /// Members of one possible value: written always, checked when read.
    const CONSTANTS: &'static [(&'static str, Fixed)] = &[];
    /// Whether members beyond these are kept.
    const OPEN: bool = false;

    /// Reads the members of an object. `None` if one cannot be read or is missing; `members` holds the error.
    fn read<M: Members>(members: &mut M) -> Option<Self>;

    /// Says of which group of members one should be set and none is.
    fn expected(&self) -> Result<(), String> {
        Ok(())
    }

    /// Writes the members that are there.
    fn write<W: Writer>(&self, _out: &mut W) {}

    /// Writes the object as a variant of a union: with the member by which variants are told apart, that is no field.
    fn write_with_tag<S: Serializer>(
        &self,
        property: &'static str,
        tag: &'static str,
        serializer: S,
    ) -> Result<S::Ok, S::Error>
    where
        Self: Serialize,
    {
        let mut map = serializer.serialize_map(None)?;
        // Members beyond the fields may hold it, where such are kept.
        let written = if Self::OPEN {
            serde_json::to_value(self).map_err(S::Error::custom)?
        } else {
            serde_json::Value::Null
        };
        if written.get(property).is_none() {
            map.serialize_entry(property, tag)?;
        }
        write_members(self, &mut map)?;
        map.end()
    }
}

/// Implements [`Object`], `Serialize` and `Deserialize` for a struct.
///
/// A row is a presence and a field, and the wire name where that is not the field's own:
///
/// ```text
/// object! { ChatMessage {
///     required role, optional content, maybe name, optional kind = "type",
/// } constants { "object": Str("message") } rest extra at_most_one { name, content } }
/// ```
macro_rules! object {
    ($type:ident {} $(constants { $($constant:literal: $kind:ident($value:literal)),+ $(,)? })?) => {
        #[automatically_derived]
        impl $crate::runtime::Object for $type {
            $(const CONSTANTS: &'static [(&'static str, $crate::runtime::Fixed)] =
                &[$(($constant, $crate::runtime::Fixed::$kind($value))),+];)?

            fn read<M: $crate::runtime::Members>(members: &mut M) -> Option<Self> {
                members.pass(Self {})
            }
        }

        $crate::runtime::object!(@serde $type);
    };
    ($type:ident {} $(constants { $($constant:literal: $kind:ident($value:literal)),+ $(,)? })? rest $rest:ident) => {
        #[automatically_derived]
        impl $crate::runtime::Object for $type {
            $(const CONSTANTS: &'static [(&'static str, $crate::runtime::Fixed)] =
                &[$(($constant, $crate::runtime::Fixed::$kind($value))),+];)?
            const OPEN: bool = true;

            fn read<M: $crate::runtime::Members>(members: &mut M) -> Option<Self> {
                let mut $rest = ::std::collections::BTreeMap::new();
                while members.advance().is_some() {
                    members.keep(&mut $rest);
                }
                Some(Self { $rest })
            }

            fn write<W: $crate::runtime::Writer>(&self, out: &mut W) {
                out.rest(&self.$rest);
            }
        }

        $crate::runtime::object!(@serde $type);
    };
    ($type:ident { $($presence:ident $field:ident $(= $wire:literal)?),+ $(,)? }
        $(constants { $($constant:literal: $kind:ident($value:literal)),+ $(,)? })?
        $(rest $rest:ident)?
        $(at_most_one { $($exclusive:ident $(= $exclusive_wire:literal)?),+ $(,)? })*
        $(expect_one $({ $($expected:ident $(= $expected_wire:literal)?),+ $(,)? })+)?
    ) => {
        // Deprecated members are read and written like others.
        #[allow(deprecated)]
        #[automatically_derived]
        impl $crate::runtime::Object for $type {
            const MEMBERS: &'static [&'static str] =
                &[$($crate::runtime::object!(@wire $field $($wire)?)),+];
            $(const CONSTANTS: &'static [(&'static str, $crate::runtime::Fixed)] =
                &[$(($constant, $crate::runtime::Fixed::$kind($value))),+];)?
            $(const OPEN: bool = $crate::runtime::object!(@open $rest);)?

            fn read<M: $crate::runtime::Members>(members: &mut M) -> Option<Self> {
                $(let mut $field = None;)+
                $(let mut $rest = ::std::collections::BTreeMap::new();)?
                while let Some(mut before) = members.advance() {
                    let _ = $(members.fill(&mut before, &mut $field) ||)+
                        $crate::runtime::object!(@unknown members $($rest)?);
                }
                let ($(Some($field),)+) = ($(members.$presence($field),)+) else {
                    return None;
                };
                Some(Self { $($field,)+ $($rest)? })
            }

            $(fn expected(&self) -> Result<(), String> {
                $($crate::runtime::one_of(
                    &[$($crate::runtime::object!(@wire $expected $($expected_wire)?)),+],
                    &[$($crate::runtime::Slot::is_set(&self.$expected)),+],
                )?;)+
                Ok(())
            })?

            fn write<W: $crate::runtime::Writer>(&self, out: &mut W) {
                $(out.at_most_one(
                    &[$($crate::runtime::object!(@wire $exclusive $($exclusive_wire)?)),+],
                    &[$($crate::runtime::Slot::is_set(&self.$exclusive)),+],
                );)*
                $(out.$presence(&self.$field);)+
                $(out.rest(&self.$rest);)?
            }
        }

        $crate::runtime::object!(@serde $type);
    };
    (@serde $type:ident) => {
        #[automatically_derived]
        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                $crate::runtime::read_object(deserializer)
            }
        }

        #[automatically_derived]
        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                $crate::runtime::write_object(self, serializer)
            }
        }
    };
    (@wire $field:ident) => { stringify!($field) };
    (@wire $field:ident $wire:literal) => { $wire };
    (@open $rest:ident) => { true };
    (@unknown $members:ident) => { $members.skip() };
    (@unknown $members:ident $rest:ident) => { $members.keep(&mut $rest) };
}
pub(crate) use object;
