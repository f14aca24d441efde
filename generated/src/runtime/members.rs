//! Members of an object on their way into the fields of a struct.

use super::Maybe;
use super::fitted::List;
use super::object::Object;
use super::type_name::name_of;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor,
};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// Reads a struct from an object.
pub fn read_object<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Object> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object ({})", name_of::<T>())
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
