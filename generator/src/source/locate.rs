//! Where in a text the nodes stand: one pass over a file, made only when a report needs it.
//!
//! serde has no places to give, so YAML is read a second time as events, by a
//! safe port of the parser beneath the YAML reader (same grammar, same marks);
//! JSON, known to be well-formed by then, by a small scan.

mod cursor;
mod few;
mod json;
mod yaml;

use std::sync::Arc;

use super::FileId;
use super::files::Format;
use super::node::index;
use crate::pointer::Pointer;

/// Where one node stands.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    /// The file, which differs from its surroundings' where an overlay inserted it.
    pub(super) file: FileId,
    /// The byte its key starts with; its own first byte where it has no key.
    pub(super) key: u32,
    /// The byte its value starts with.
    pub(super) value: u32,
    /// What is in it, shared between an anchor and its aliases.
    pub(super) inner: Arc<Inner>,
}

/// The places within a node.
#[derive(Debug, Clone, Default)]
pub(super) enum Inner {
    #[default]
    Leaf,
    /// Members as they were written: with repeated keys, and merge keys not yet applied.
    Map(Vec<(Box<str>, Spot)>),
    List(Vec<Spot>),
}

pub(super) use few::Start;

/// Where a few nodes of a JSON text start; `None` for another text.
pub(super) fn few(text: &str, format: Format, nodes: &[&Pointer]) -> Option<Vec<Start>> {
    match format {
        Format::Yaml => None,
        Format::Json => few::find(text, nodes),
    }
}

/// The places of all nodes of a file.
#[derive(Debug, Clone, Default)]
pub(super) struct Spots(pub(super) Option<Spot>);

impl Spots {
    pub(super) fn of(text: &str, format: Format, file: FileId) -> Self {
        Self(match format {
            Format::Yaml => yaml::scan(text, file),
            Format::Json => json::scan(text, file),
        })
    }

    /// The place of a node, or of the nearest node around it that exists.
    pub(super) fn find(&self, pointer: &Pointer) -> Option<&Spot> {
        let mut spot = self.0.as_ref()?;
        for token in pointer.tokens() {
            match spot.inner.child(token) {
                Some(child) => spot = child,
                None => break,
            }
        }
        Some(spot)
    }

    /// Where the members called `key` of a mapping have that key.
    pub(super) fn occurrences(&self, mapping: &Pointer, key: &str) -> Vec<usize> {
        let Some(Inner::Map(members)) = self.find(mapping).map(|spot| &*spot.inner) else {
            return Vec::new();
        };
        members
            .iter()
            .filter(|(name, _)| **name == *key)
            .map(|(_, spot)| spot.key as usize)
            .collect()
    }
}

impl Spot {
    fn new(file: FileId, at: usize, inner: Arc<Inner>) -> Self {
        let at = narrow(at);
        Self {
            file,
            key: at,
            value: at,
            inner,
        }
    }

    /// The start of a file, for a node whose place is not known.
    pub(super) fn nowhere(file: FileId) -> Self {
        Self::new(file, 0, Arc::default())
    }

    fn with_key(mut self, at: usize) -> Self {
        self.key = narrow(at);
        self
    }
}

impl Inner {
    /// The place of a member or element; a merged member is where it was written.
    pub(super) fn child(&self, token: &str) -> Option<&Spot> {
        match self {
            Self::Leaf => None,
            Self::List(elements) => elements.get(index(token)?),
            Self::Map(members) => {
                let find = |key: &str| members.iter().find(|(name, _)| **name == *key);
                find(token).map(|(_, spot)| spot).or_else(|| {
                    let merges = members.iter().filter(|(name, _)| **name == *"<<");
                    merges
                        .into_iter()
                        .find_map(|(_, spot)| spot.inner.merged(token))
                })
            }
        }
    }

    /// The members, each with a place of its own: a merged one gets a copy.
    pub(super) fn own(&mut self, token: &str) -> Option<&mut Spot> {
        let position = match self {
            Self::Leaf => return None,
            Self::List(_) => index(token)?,
            Self::Map(members) => {
                let own = members.iter().position(|(name, _)| **name == *token);
                match own.ok_or_else(|| self.child(token).cloned()) {
                    Ok(position) => position,
                    Err(merged) => {
                        self.insert(token, merged?);
                        return self.own(token);
                    }
                }
            }
        };
        match self {
            Self::Leaf => None,
            Self::List(elements) => elements.get_mut(position),
            Self::Map(members) => members.get_mut(position).map(|(_, spot)| spot),
        }
    }

    /// Adds the place of a new member.
    pub(super) fn insert(&mut self, key: &str, spot: Spot) {
        if let Self::Map(members) = self {
            members.push((key.into(), spot));
        }
    }

    /// Adds the place of a new element.
    pub(super) fn push(&mut self, spot: Spot) {
        if let Self::List(elements) = self {
            elements.push(spot);
        }
    }

    /// Forgets the place of a member or element.
    pub(super) fn remove(&mut self, token: &str) {
        match self {
            Self::Leaf => {}
            Self::Map(members) => members.retain(|(name, _)| **name != *token),
            Self::List(elements) => {
                if let Some(position) = index(token).filter(|&at| at < elements.len()) {
                    elements.remove(position);
                }
            }
        }
    }

    /// A member that this value of a merge key gives.
    fn merged(&self, token: &str) -> Option<&Spot> {
        match self {
            Self::Leaf => None,
            Self::Map(_) => self.child(token),
            Self::List(elements) => elements.iter().find_map(|spot| spot.inner.merged(token)),
        }
    }
}

/// Files are limited far below 4 GiB.
fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
