//! Reading and writing of objects: one visitor for every emitted struct.
//!
//! A derive would give each struct a visitor of its own; on a thousand structs that is many times the
//! check time of the one line `object!` needs. What is emitted for each field is therefore a call that
//! cannot fail: a `?` costs the compiler more than the field itself, so errors wait in [`Reader`] and
//! [`Entries`] until the object is through. Both count the fields, so that no row says its number, and
//! stand behind traits without a lifetime, so that the compiler proves `String: DeserializeOwned` once
//! and not for each field.

use super::list::List;
use super::slot::at_most_one;
use super::{Maybe, integer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor,
};
use serde::ser::{Error as _, SerializeMap, Serializer};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// A struct whose members are the members of a JSON object.
pub trait Object: Sized {
    /// Its name in messages.
    const NAME: &'static str;
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

/// Reads a struct from an object.
pub fn read_object<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

/// Writes a struct as an object.
pub fn write_object<T: Object, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    write_members(value, &mut map)?;
    map.end()
}

fn write_members<T: Object, M: SerializeMap>(value: &T, map: &mut M) -> Result<(), M::Error> {
    for (name, fixed) in T::CONSTANTS {
        map.serialize_entry(name, fixed)?;
    }
    let mut out = Entries {
        map,
        names: T::MEMBERS,
        at: 0,
        constants: T::CONSTANTS,
        result: Ok(()),
    };
    value.write(&mut out);
    out.result
}

/// Takes the fields of a struct in the order of the macro's rows, with a method for each presence.
pub trait Writer {
    /// `T`: always there, never null.
    fn required<T: Serialize>(&mut self, field: &T);

    /// `Vec<T>`: always there, never null.
    fn list<T: Serialize>(&mut self, field: &T);

    /// `Option<T>`: always there, null for nothing.
    fn nullable<T: Serialize>(&mut self, field: &Option<T>);

    /// `Option<T>`: written only when there.
    fn optional<T: Serialize>(&mut self, field: &Option<T>);

    /// `Maybe<T>`: written unless it is absent.
    fn maybe<T: Serialize>(&mut self, field: &Maybe<T>);

    /// A list or map, empty or not.
    fn or_empty<T: Serialize>(&mut self, field: &T);

    /// The members that are not declared, but those that pass for declared ones.
    fn rest<T: Serialize>(&mut self, rest: &BTreeMap<String, T>);

    /// Refuses more than one field of a group.
    fn at_most_one(&mut self, names: &[&str], set: &[bool]);
}

/// Writes fields as entries of a map. What follows an error is not written, so that the code of a
/// struct is one call after the other.
struct Entries<'m, M: SerializeMap> {
    map: &'m mut M,
    names: &'static [&'static str],
    /// How many fields are through.
    at: usize,
    constants: &'static [(&'static str, Fixed)],
    result: Result<(), M::Error>,
}

impl<M: SerializeMap> Writer for Entries<'_, M> {
    #[inline]
    fn required<T: Serialize>(&mut self, field: &T) {
        if self.result.is_ok() {
            self.result = self.map.serialize_entry(self.names[self.at], field);
        }
        self.at += 1;
    }

    #[inline]
    fn nullable<T: Serialize>(&mut self, field: &Option<T>) {
        self.required(field);
    }

    #[inline]
    fn optional<T: Serialize>(&mut self, field: &Option<T>) {
        match field {
            Some(value) => self.required(value),
            None => self.at += 1,
        }
    }

    #[inline]
    fn list<T: Serialize>(&mut self, field: &T) {
        self.required(field);
    }

    #[inline]
    fn maybe<T: Serialize>(&mut self, field: &Maybe<T>) {
        match field {
            Maybe::Absent => self.at += 1,
            _ => self.required(field),
        }
    }

    #[inline]
    fn or_empty<T: Serialize>(&mut self, field: &T) {
        self.required(field);
    }

    fn rest<T: Serialize>(&mut self, rest: &BTreeMap<String, T>) {
        for (name, value) in rest {
            let is_constant = self.constants.iter().any(|(constant, _)| constant == name);
            if self.result.is_ok() && !is_constant && !self.names.contains(&name.as_str()) {
                self.result = self.map.serialize_entry(name, value);
            }
        }
    }

    fn at_most_one(&mut self, names: &[&str], set: &[bool]) {
        if self.result.is_ok() {
            self.result = at_most_one(names, set);
        }
    }
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Object> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object ({})", T::NAME)
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let mut members = Reader {
            map,
            next: 0,
            made: 0,
            fixed: 0,
            unknown: String::new(),
            error: None,
            object: PhantomData,
        };
        let value = T::read(&mut members);
        members.finish(value)
    }
}

/// The index of a member that is not declared.
const UNKNOWN: usize = usize::MAX;

/// The members of an object while they are read, and how the slots of members become its fields.
pub trait Members {
    /// Goes on to the next member and says how many fields stand before its own; `None` after the last one, or an
    /// error.
    fn advance(&mut self) -> Option<usize>;

    /// Reads the member's value into its slot, if no field stands before it any more. Every field is asked in the
    /// order of the macro's rows, until one says that the member is its own.
    fn fill<V: DeserializeOwned>(&mut self, before: &mut usize, slot: &mut Option<V>) -> bool;

    /// Passes over the value of a member that is no field, unless it is a constant.
    fn skip(&mut self) -> bool;

    /// Keeps the value of a member that is no field, unless it is a constant.
    fn keep<V: DeserializeOwned>(&mut self, rest: &mut BTreeMap<String, V>) -> bool;

    /// Passes over the members of an object that has no fields.
    fn pass<T>(&mut self, value: T) -> Option<T>;

    /// `T`: always there, never null. `None` if it is missing; the first such error is held.
    fn required<T>(&mut self, slot: Option<T>) -> Option<T>;

    /// `Vec<T>`: always there, never null.
    fn list<T>(&mut self, slot: Option<List<T>>) -> Option<Vec<T>>;

    /// `Option<T>`: always there, null for nothing.
    fn nullable<T>(&mut self, slot: Option<Option<T>>) -> Option<Option<T>>;

    /// `Option<T>`: missing or null for nothing.
    fn optional<T>(&mut self, slot: Option<Option<T>>) -> Option<Option<T>>;

    /// `Maybe<T>`: missing and null differ.
    fn maybe<T>(&mut self, slot: Option<Maybe<T>>) -> Option<Maybe<T>>;

    /// A list or map: missing or null reads as empty.
    fn or_empty<T: Default>(&mut self, slot: Option<Option<T>>) -> Option<T>;
}

/// Reads the members of an object out of a map, and holds the first error.
struct Reader<'de, T, A: MapAccess<'de>> {
    map: A,
    /// Where the next member is expected: servers write members in the order of the document.
    next: usize,
    /// How many fields are made of their slots.
    made: usize,
    /// A bit for each constant that was there.
    fixed: u64,
    /// The last member that is no field, where such members are kept or checked.
    unknown: String,
    error: Option<A::Error>,
    object: PhantomData<T>,
}

impl<'de, T: Object, A: MapAccess<'de>> Members for Reader<'de, T, A> {
    #[inline]
    fn advance(&mut self) -> Option<usize> {
        if self.error.is_some() {
            return None;
        }
        let key = Key::<T> {
            next: self.next,
            unknown: &mut self.unknown,
            object: PhantomData,
        };
        let index = self.map.next_key_seed(key);
        let index = self.hold(index)??;
        self.next = index.wrapping_add(1);
        Some(index)
    }

    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "as calls, the fields in front of a member's own cost more than many a value"
    )]
    fn fill<V: DeserializeOwned>(&mut self, before: &mut usize, slot: &mut Option<V>) -> bool {
        // A count of the caller's own, so that the optimiser turns it into one jump.
        if *before > 0 {
            *before -= 1;
            return false;
        }
        self.read_value(slot);
        true
    }

    #[inline]
    fn skip(&mut self) -> bool {
        let passed = match self.constant() {
            Some(index) => self.check(index),
            None => self.map.next_value::<IgnoredAny>().map(drop),
        };
        self.hold(passed).is_some()
    }

    #[inline]
    fn keep<V: DeserializeOwned>(&mut self, rest: &mut BTreeMap<String, V>) -> bool {
        if let Some(index) = self.constant() {
            let checked = self.check(index);
            return self.hold(checked).is_some();
        }
        let value = self.map.next_value();
        let value = self.hold(value);
        value.is_some_and(|value| {
            rest.insert(std::mem::take(&mut self.unknown), value);
            true
        })
    }

    fn pass<V>(&mut self, value: V) -> Option<V> {
        while self.advance().is_some() {
            self.skip();
        }
        Some(value)
    }

    #[inline]
    fn required<V>(&mut self, slot: Option<V>) -> Option<V> {
        if slot.is_none() {
            self.missing();
        }
        self.made += 1;
        slot
    }

    #[inline]
    fn list<V>(&mut self, slot: Option<List<V>>) -> Option<Vec<V>> {
        self.required(slot).map(|list| list.0)
    }

    #[inline]
    fn nullable<V>(&mut self, slot: Option<Option<V>>) -> Option<Option<V>> {
        self.required(slot)
    }

    #[inline]
    fn optional<V>(&mut self, slot: Option<Option<V>>) -> Option<Option<V>> {
        self.made += 1;
        Some(slot.flatten())
    }

    #[inline]
    fn maybe<V>(&mut self, slot: Option<Maybe<V>>) -> Option<Maybe<V>> {
        self.made += 1;
        Some(slot.unwrap_or_default())
    }

    #[inline]
    fn or_empty<V: Default>(&mut self, slot: Option<Option<V>>) -> Option<V> {
        self.made += 1;
        Some(slot.flatten().unwrap_or_default())
    }
}

impl<'de, T: Object, A: MapAccess<'de>> Reader<'de, T, A> {
    #[inline]
    fn read_value<V: DeserializeOwned>(&mut self, slot: &mut Option<V>) {
        let value = self.map.next_value();
        *slot = self.hold(value);
    }

    /// A required member is not there.
    #[cold]
    fn missing(&mut self) {
        let name = T::MEMBERS[self.made];
        self.error
            .get_or_insert_with(|| A::Error::missing_field(name));
    }

    /// The value, or its error into the place of the first one.
    #[inline]
    fn hold<V>(&mut self, result: Result<V, A::Error>) -> Option<V> {
        match result {
            Ok(value) => Some(value),
            Err(error) => {
                self.error = Some(error);
                None
            }
        }
    }

    /// Which constant the member is.
    #[inline]
    fn constant(&self) -> Option<usize> {
        let unknown = &self.unknown;
        T::CONSTANTS.iter().position(|(name, _)| name == unknown)
    }

    fn check(&mut self, index: usize) -> Result<(), A::Error> {
        let (name, fixed) = &T::CONSTANTS[index];
        if !self.map.next_value_seed(*fixed)? {
            let message = format_args!("`{name}` is not {fixed}");
            return Err(A::Error::custom(message));
        }
        self.fixed |= bit(index);
        Ok(())
    }

    /// The object, if nothing went wrong and every constant was there.
    #[inline]
    fn finish(self, value: Option<T>) -> Result<T, A::Error> {
        if let Some(error) = self.error {
            return Err(error);
        }
        let mut constants = T::CONSTANTS.iter().enumerate();
        match constants.find(|(index, _)| self.fixed & bit(*index) == 0) {
            Some((_, (name, _))) => Err(A::Error::missing_field(name)),
            None => value.ok_or_else(|| A::Error::custom("a member is missing")),
        }
    }
}

/// The bit of a constant; beyond 64 of them the last ones share one.
fn bit(index: usize) -> u64 {
    1 << index.min(63)
}

/// Finds a member's index by its name.
struct Key<'k, T> {
    next: usize,
    unknown: &'k mut String,
    object: PhantomData<T>,
}

impl<'de, T: Object> DeserializeSeed<'de> for Key<'_, T> {
    type Value = usize;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<T: Object> Visitor<'_> for Key<'_, T> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member name")
    }

    #[inline]
    fn visit_str<E>(self, name: &str) -> Result<usize, E> {
        if T::MEMBERS.get(self.next).is_some_and(|next| *next == name) {
            return Ok(self.next);
        }
        let index = search(T::MEMBERS, name);
        if index == UNKNOWN && (T::OPEN || !T::CONSTANTS.is_empty()) {
            self.unknown.clear();
            self.unknown.push_str(name);
        }
        Ok(index)
    }
}

/// The index of a name that is not where it was expected.
fn search(names: &[&str], name: &str) -> usize {
    let found = names.iter().position(|known| *known == name);
    found.unwrap_or(UNKNOWN)
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
        impl $crate::runtime::Object for $type {
            const NAME: &'static str = stringify!($type);
            $(const CONSTANTS: &'static [(&'static str, $crate::runtime::Fixed)] =
                &[$(($constant, $crate::runtime::Fixed::$kind($value))),+];)?

            fn read<M: $crate::runtime::Members>(members: &mut M) -> Option<Self> {
                members.pass(Self {})
            }
        }

        $crate::runtime::object!(@serde $type);
    };
    ($type:ident {} $(constants { $($constant:literal: $kind:ident($value:literal)),+ $(,)? })? rest $rest:ident) => {
        impl $crate::runtime::Object for $type {
            const NAME: &'static str = stringify!($type);
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
        impl $crate::runtime::Object for $type {
            const NAME: &'static str = stringify!($type);
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
        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                $crate::runtime::read_object(deserializer)
            }
        }

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
