//! Reading and writing of objects: one visitor for every emitted struct.
//!
//! A derive would give each struct a visitor of its own; on a thousand structs that is many times the
//! check time of the one line `object!` needs. What is emitted for each field is therefore a call that
//! cannot fail: a `?` costs the compiler more than the field itself, so errors wait in [`Members`] and
//! [`Writer`] until the object is through.

use super::slot::at_most_one;
use super::{Maybe, integer};
use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde::ser::{Error as _, SerializeMap, Serializer};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// A struct whose members are the members of a JSON object.
pub trait Object: Sized {
    /// What is the same for all its values.
    const SHAPE: Shape;

    /// Reads the members of an object. `None` if one cannot be read or is missing; `members` holds the error.
    fn read<'de, A: MapAccess<'de>>(members: &mut Members<'de, Self, A>) -> Option<Self>;

    /// Says of which group of members one should be set and none is.
    fn expected(&self) -> Result<(), String> {
        Ok(())
    }

    /// Writes the members that are there.
    fn write<M: SerializeMap>(&self, _out: &mut Writer<'_, M>) {}

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
        let written = if Self::SHAPE.open {
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

/// What is the same for all values of a struct.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// Its name in messages.
    pub name: &'static str,
    /// The wire names of its fields in the order of the macro's rows.
    pub members: &'static [&'static str],
    /// Members of one possible value: written always, checked when read.
    pub constants: &'static [(&'static str, Fixed)],
    /// Whether members beyond these are kept.
    pub open: bool,
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
    for (name, fixed) in T::SHAPE.constants {
        map.serialize_entry(name, fixed)?;
    }
    let mut out = Writer {
        map,
        names: T::SHAPE.members,
        constants: T::SHAPE.constants,
        result: Ok(()),
    };
    value.write(&mut out);
    out.result
}

/// Writes fields as members, a method for each presence. What follows an error is not written, so
/// that the code of a struct is one call after the other.
pub struct Writer<'m, M: SerializeMap> {
    map: &'m mut M,
    names: &'static [&'static str],
    constants: &'static [(&'static str, Fixed)],
    result: Result<(), M::Error>,
}

impl<M: SerializeMap> Writer<'_, M> {
    /// `T`: always there, never null.
    #[inline]
    pub fn required<T: Serialize>(&mut self, index: usize, field: &T) {
        if self.result.is_ok() {
            self.result = self.map.serialize_entry(self.names[index], field);
        }
    }

    /// `Vec<T>`: always there, never null.
    #[inline]
    pub fn list<T: Serialize>(&mut self, index: usize, field: &Vec<T>) {
        self.required(index, field);
    }

    /// `Option<T>`: always there, null for nothing.
    #[inline]
    pub fn nullable<T: Serialize>(&mut self, index: usize, field: &Option<T>) {
        self.required(index, field);
    }

    /// `Option<T>`: written only when there.
    #[inline]
    pub fn optional<T: Serialize>(&mut self, index: usize, field: &Option<T>) {
        if let Some(value) = field {
            self.required(index, value);
        }
    }

    /// `Maybe<T>`: written unless it is absent.
    #[inline]
    pub fn maybe<T: Serialize>(&mut self, index: usize, field: &Maybe<T>) {
        if !matches!(field, Maybe::Absent) {
            self.required(index, field);
        }
    }

    /// A list or map, empty or not.
    #[inline]
    pub fn or_empty<T: Serialize>(&mut self, index: usize, field: &T) {
        self.required(index, field);
    }

    /// The members that are not declared, but those that pass for declared ones.
    pub fn rest<T: Serialize>(&mut self, rest: &BTreeMap<String, T>) {
        for (name, value) in rest {
            let is_constant = self.constants.iter().any(|(constant, _)| constant == name);
            if self.result.is_ok() && !is_constant && !self.names.contains(&name.as_str()) {
                self.result = self.map.serialize_entry(name, value);
            }
        }
    }

    /// Refuses more than one field of a group.
    pub fn at_most_one(&mut self, fields: &[usize], set: &[bool]) {
        if self.result.is_ok() {
            let names: Vec<_> = fields.iter().map(|index| self.names[*index]).collect();
            self.result = at_most_one(&names, set);
        }
    }
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Object> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object ({})", T::SHAPE.name)
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let mut members = Members {
            map,
            next: 0,
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

/// The members of an object while they are read, and the first error.
pub struct Members<'de, T, A: MapAccess<'de>> {
    map: A,
    /// Where the next member is expected: servers write members in the order of the document.
    next: usize,
    /// A bit for each constant that was there.
    fixed: u64,
    /// The last member that is no field, where such members are kept or checked.
    unknown: String,
    error: Option<A::Error>,
    object: PhantomData<T>,
}

impl<'de, T: Object, A: MapAccess<'de>> Members<'de, T, A> {
    /// Goes on to the next member and says which one it is; `None` after the last one, or an error.
    #[inline]
    pub fn next_member(&mut self) -> Option<usize> {
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

    /// Reads the member's value into its slot.
    #[inline]
    pub fn fill<V: Deserialize<'de>>(&mut self, slot: &mut Option<V>) {
        let value = self.map.next_value();
        *slot = self.hold(value);
    }

    /// Passes over the value of a member that is no field, unless it is a constant.
    #[inline]
    pub fn skip(&mut self) {
        let passed = match self.constant() {
            Some(index) => self.check(index),
            None => self.map.next_value::<IgnoredAny>().map(drop),
        };
        self.hold(passed);
    }

    /// Keeps the value of a member that is no field, unless it is a constant.
    #[inline]
    pub fn keep<V: Deserialize<'de>>(&mut self, rest: &mut BTreeMap<String, V>) {
        if let Some(index) = self.constant() {
            let checked = self.check(index);
            self.hold(checked);
            return;
        }
        let value = self.map.next_value();
        if let Some(value) = self.hold(value) {
            rest.insert(std::mem::take(&mut self.unknown), value);
        }
    }

    /// Passes over the members of an object that has no fields.
    pub fn pass(&mut self, value: T) -> Option<T> {
        while self.next_member().is_some() {
            self.skip();
        }
        Some(value)
    }

    /// A required member is not there.
    #[cold]
    pub fn missing(&mut self, index: usize) -> Option<T> {
        let error = || A::Error::missing_field(T::SHAPE.members[index]);
        self.error.get_or_insert_with(error);
        None
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
        T::SHAPE
            .constants
            .iter()
            .position(|(name, _)| name == unknown)
    }

    fn check(&mut self, index: usize) -> Result<(), A::Error> {
        let (name, fixed) = &T::SHAPE.constants[index];
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
        let mut constants = T::SHAPE.constants.iter().enumerate();
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
        if T::SHAPE
            .members
            .get(self.next)
            .is_some_and(|next| *next == name)
        {
            return Ok(self.next);
        }
        let index = search(T::SHAPE.members, name);
        if index == UNKNOWN && (T::SHAPE.open || !T::SHAPE.constants.is_empty()) {
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

/// How the slot of a member becomes its field, a function for each presence; `None` if it must be there and is not.
pub mod presence {
    use super::super::list::List;
    use super::Maybe;

    /// `T`: always there, never null.
    #[inline]
    pub fn required<T>(slot: Option<T>) -> Option<T> {
        slot
    }

    /// `Vec<T>`: always there, never null.
    #[inline]
    pub fn list<T>(slot: Option<List<T>>) -> Option<Vec<T>> {
        slot.map(|list| list.0)
    }

    /// `Option<T>`: always there, null for nothing.
    #[inline]
    pub fn nullable<T>(slot: Option<Option<T>>) -> Option<Option<T>> {
        slot
    }

    /// `Option<T>`: missing or null for nothing.
    #[inline]
    pub fn optional<T>(slot: Option<Option<T>>) -> Option<Option<T>> {
        Some(slot.flatten())
    }

    /// `Maybe<T>`: missing and null differ.
    #[inline]
    pub fn maybe<T>(slot: Option<Maybe<T>>) -> Option<Maybe<T>> {
        Some(slot.unwrap_or_default())
    }

    /// A list or map: missing or null reads as empty.
    #[inline]
    pub fn or_empty<T: Default>(slot: Option<Option<T>>) -> Option<T> {
        Some(slot.flatten().unwrap_or_default())
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
            const SHAPE: $crate::runtime::Shape = $crate::runtime::Shape {
                name: stringify!($type),
                members: &[],
                constants: &[$($(($constant, $crate::runtime::Fixed::$kind($value))),+)?],
                open: false,
            };

            fn read<'de, A: ::serde::de::MapAccess<'de>>(
                members: &mut $crate::runtime::Members<'de, Self, A>,
            ) -> ::core::option::Option<Self> {
                members.pass(Self {})
            }
        }

        $crate::runtime::object!(@serde $type);
    };
    ($type:ident { $($presence:ident $field:ident $(= $wire:literal)?),* $(,)? }
        $(constants { $($constant:literal: $kind:ident($value:literal)),+ $(,)? })?
        $(rest $rest:ident)?
        $(at_most_one { $($exclusive:ident),+ $(,)? })*
        $(expect_one $({ $($expected:ident),+ $(,)? })+)?
    ) => {
        const _: () = {
            // Each field names its own index; no type of a document has this name.
            #[allow(non_camel_case_types, clippy::upper_case_acronyms, dead_code)]
            enum __Key { $($field,)* }

            // Deprecated members are read and written like others.
            #[allow(deprecated)]
            impl $crate::runtime::Object for $type {
                const SHAPE: $crate::runtime::Shape = $crate::runtime::Shape {
                    name: stringify!($type),
                    members: &[$($crate::runtime::object!(@wire $field $($wire)?)),*],
                    constants: &[$($(($constant, $crate::runtime::Fixed::$kind($value))),+)?],
                    open: $crate::runtime::object!(@open $($rest)?),
                };

                fn read<'de, A: ::serde::de::MapAccess<'de>>(
                    members: &mut $crate::runtime::Members<'de, Self, A>,
                ) -> ::core::option::Option<Self> {
                    $(let mut $field = ::core::option::Option::None;)*
                    $(let mut $rest = ::std::collections::BTreeMap::new();)?
                    while let ::core::option::Option::Some(key) = members.next_member() {
                        let _ = key;
                        $(if key == __Key::$field as usize { members.fill(&mut $field) } else)* {
                            $crate::runtime::object!(@unknown members $($rest)?)
                        }
                    }
                    ::core::option::Option::Some(Self {
                        $($field: match $crate::runtime::presence::$presence($field) {
                            ::core::option::Option::Some(value) => value,
                            _ => return members.missing(__Key::$field as usize),
                        },)*
                        $($rest,)?
                    })
                }

                $(fn expected(&self) -> ::core::result::Result<(), ::std::string::String> {
                    $($crate::runtime::one_of(
                        Self::SHAPE.members,
                        &[$(__Key::$expected as usize),+],
                        &[$($crate::runtime::Slot::is_set(&self.$expected)),+],
                    )?;)+
                    ::core::result::Result::Ok(())
                })?

                fn write<M: ::serde::ser::SerializeMap>(
                    &self,
                    out: &mut $crate::runtime::Writer<'_, M>,
                ) {
                    $(out.at_most_one(
                        &[$(__Key::$exclusive as usize),+],
                        &[$($crate::runtime::Slot::is_set(&self.$exclusive)),+],
                    );)*
                    $(out.$presence(__Key::$field as usize, &self.$field);)*
                    $(out.rest(&self.$rest);)?
                    let _ = out;
                }
            }
        };

        $crate::runtime::object!(@serde $type);
    };
    (@serde $type:ident) => {
        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::read_object(deserializer)
            }
        }

        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::runtime::write_object(self, serializer)
            }
        }
    };
    (@wire $field:ident) => { stringify!($field) };
    (@wire $field:ident $wire:literal) => { $wire };
    (@open) => { false };
    (@open $rest:ident) => { true };
    (@unknown $members:ident) => { $members.skip() };
    (@unknown $members:ident $rest:ident) => { $members.keep(&mut $rest) };
}
pub(crate) use object;
