//! `Thing` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{Maybe, Secret, UnknownWord, new, object, setters, words};
use std::collections::BTreeMap;

/// A thing with members of every presence.
///
/// At most one of `size` and `label` may be set;
/// more than one is an error before anything is sent.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// Which thing it is.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// `note`.
    pub note: Option<String>,
    /// How large it is. Not together with `label`. Server default: `3`.
    pub size: Option<i64>,
    /// `parent`.
    pub parent: Option<Box<Thing>>,
    /// `label`. Not together with `size`.
    pub label: Maybe<String>,
    /// `kind`.
    pub kind: ThingKind,
    /// Not used any more.
    #[deprecated]
    pub old: Option<bool>,
    /// `made`. Only the server sets it.
    pub made: Option<String>,
    /// `key`. The server never sends it.
    pub key: Option<Secret>,
    /// `type`.
    pub r#type: Option<String>,
    /// `new`.
    pub new: Option<String>,
    /// Members beyond the ones above.
    pub additional_properties: BTreeMap<String, i64>,
}
object! { Thing {
    required id, required name, nullable note, optional size, optional parent, maybe label,
    required kind, optional old, optional made, optional key, optional r#type = "type",
    optional new,
} rest additional_properties at_most_one { size, label } }

/// The required members of [`Thing`].
#[derive(Debug, Clone, PartialEq)]
pub struct ThingRequired {
    /// Which thing it is.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// `note`.
    pub note: Option<String>,
}

impl Thing {
    /// With the members that must be set. Those of one value have it; the others start unset.
    #[expect(deprecated, reason = "deprecated members start unset too")]
    pub fn new(required: ThingRequired) -> Self {
        new! { Self {
            id: required.id, name: required.name, note: required.note, kind: "thing".into(),
        } unset {
            size, parent, label, old, made, key, r#type, new, additional_properties,
        } }
    }

    setters! {
        optional size: i64, boxed parent: impl Into<Thing>, maybe label: impl Into<String>,
        null label_null = label, #[deprecated] optional old: bool, optional key: impl Into<Secret>,
        optional r#type as type: impl Into<String>, optional new_ = new: impl Into<String>,
        plain additional_properties: impl Into<BTreeMap<String, i64>>,
    }
}

/// The `kind` of [`Thing`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingKind {
    /// `thing` on the wire.
    Thing,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { ThingKind, else Unknown { Thing = "thing" } }
