//! Fields of a struct on their way into an object.

use super::Maybe;
use super::fixed::Fixed;
use super::object::Object;
use super::slot::at_most_one;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use std::collections::BTreeMap;

/// Writes a struct as an object.
pub fn write_object<T: Object, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    write_members(value, &mut map)?;
    map.end()
}

/// Writes constants and fields into an object that is begun.
pub(super) fn write_members<T: Object, M: SerializeMap>(
    value: &T,
    map: &mut M,
) -> Result<(), M::Error> {
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
