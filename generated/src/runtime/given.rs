//! What setters and constructors are given, made into what they keep.

use super::Maybe;

/// The value itself.
pub fn plain<T>(value: impl Into<T>) -> T {
    value.into()
}

/// A value that may be left unset.
pub fn optional<T>(value: impl Into<T>) -> Option<T> {
    Some(value.into())
}

/// A value that may be left unset, behind a box.
pub fn boxed<T>(value: impl Into<T>) -> Option<Box<T>> {
    Some(Box::new(value.into()))
}

/// A value that may be left unset or be null.
pub fn maybe<T>(value: impl Into<T>) -> Maybe<T> {
    Maybe::Value(value.into())
}

/// A value that may be left unset or be null, behind a box.
pub fn maybe_boxed<T>(value: impl Into<T>) -> Maybe<Box<T>> {
    Maybe::Value(Box::new(value.into()))
}

/// Each item of a list.
pub fn list<T>(items: impl IntoIterator<Item = impl Into<T>>) -> Vec<T> {
    items.into_iter().map(Into::into).collect()
}

/// The same for the items of a list.
pub mod lists {
    use super::{Maybe, list};

    /// The list itself.
    pub fn plain<T>(items: impl IntoIterator<Item = impl Into<T>>) -> Vec<T> {
        list(items)
    }

    /// A list that may be left unset.
    pub fn optional<T>(items: impl IntoIterator<Item = impl Into<T>>) -> Option<Vec<T>> {
        Some(list(items))
    }

    /// A list that may be left unset or be null.
    pub fn maybe<T>(items: impl IntoIterator<Item = impl Into<T>>) -> Maybe<Vec<T>> {
        Maybe::Value(list(items))
    }
}
