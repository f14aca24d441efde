//! Rules across members: fields that may be left unset, and which of them exclude each other.

use super::Maybe;
use std::collections::BTreeMap;

/// A field that may be left unset.
pub trait Slot {
    /// Whether it is set.
    fn is_set(&self) -> bool;
}

impl<T> Slot for Option<T> {
    fn is_set(&self) -> bool {
        self.is_some()
    }
}

impl<T> Slot for Maybe<T> {
    fn is_set(&self) -> bool {
        // A null that is sent says that there is no value.
        matches!(self, Self::Value(_))
    }
}

impl<T> Slot for Vec<T> {
    fn is_set(&self) -> bool {
        !self.is_empty()
    }
}

impl<T> Slot for BTreeMap<String, T> {
    fn is_set(&self) -> bool {
        !self.is_empty()
    }
}

/// Says that at most one of some members may be set, where more are.
pub(super) fn at_most_one<E: serde::ser::Error>(names: &[&str], set: &[bool]) -> Result<(), E> {
    if set.iter().filter(|set| **set).count() <= 1 {
        return Ok(());
    }
    let message = format_args!("at most one of {} may be set", quoted(names));
    Err(E::custom(message))
}

/// Says that one of some members should be set, where none is.
pub fn one_of(names: &[&str], set: &[bool]) -> Result<(), String> {
    if set.contains(&true) {
        return Ok(());
    }
    Err(format!("one of {} must be set", quoted(names)))
}

fn quoted(names: &[&str]) -> String {
    format!("`{}`", names.join("`, `"))
}
