//! A schema position taken apart: every schema that holds there once references and `allOf`s are followed.

use super::side::Side;
use crate::openapi::Schema;
use crate::source::{Place, Site};

/// Several schemas that hold at once, as they are written; none at all means anything.
#[derive(Debug, Clone)]
pub(super) struct Group<'a> {
    /// The schemas as they are referred to.
    pub sites: Vec<Site<'a>>,
    /// What to point at where there is no schema.
    pub fallback: Place,
    /// Whether the values travel as text (parameters and headers), where every scalar is a string too.
    pub text: bool,
}

impl<'a> Group<'a> {
    /// One schema.
    pub(super) fn one(site: Site<'a>) -> Self {
        Self {
            fallback: site.place.clone(),
            sites: vec![site],
            text: false,
        }
    }

    /// Several schemas that hold at once.
    pub(super) fn all(sites: Vec<Site<'a>>, fallback: &Place) -> Self {
        Self {
            sites,
            fallback: fallback.clone(),
            text: false,
        }
    }

    /// A place where anything is allowed.
    pub(super) fn anything(fallback: &Place) -> Self {
        Self::all(Vec::new(), fallback)
    }

    /// The same values as text.
    pub(super) fn into_text(mut self) -> Self {
        self.text = true;
        self
    }

    /// Where a finding about the whole position points to.
    pub(super) fn place(&self) -> Place {
        self.sites
            .first()
            .map_or_else(|| self.fallback.clone(), |site| site.place.clone())
    }
}

/// What tells two positions of one document apart: the places of all that holds there.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) places: Vec<Place>,
    pub(super) text: bool,
}

/// The schemas that say something at a position, outermost first.
pub(super) fn parts<'a>(from: Side<'a>, group: &Group<'a>) -> Vec<Schema<'a>> {
    let mut found = Vec::new();
    let mut passed = Vec::new();
    for site in &group.sites {
        gather(from, site.clone(), &mut passed, &mut found);
    }
    found
}

fn gather<'a>(
    from: Side<'a>,
    site: Site<'a>,
    passed: &mut Vec<Place>,
    found: &mut Vec<Schema<'a>>,
) {
    if passed.contains(&site.place) {
        return;
    }
    passed.push(site.place.clone());
    let mut schema = Schema::read(site);
    let members = std::mem::take(&mut schema.all_of);
    let target = schema
        .reference
        .and_then(|reference| from.resolve(&schema.site, reference));
    if says_something(&schema) {
        found.push(schema);
    }
    if let Some(target) = target {
        gather(from, target, passed, found);
    }
    for member in members {
        gather(from, member, passed, found);
    }
}

/// Whether anything but references and prose is in it.
fn says_something(schema: &Schema<'_>) -> bool {
    schema.boolean == Some(false)
        || schema.site.node.members().iter().any(|(key, _)| {
            !matches!(&**key, "$ref" | "$dynamicRef" | "allOf") && !super::words::is_prose(key)
        })
}

/// The key of a position made of these parts.
pub(super) fn key(parts: &[Schema<'_>], text: bool) -> Key {
    Key {
        places: parts.iter().map(|part| part.site.place.clone()).collect(),
        text,
    }
}

/// The name of the component a reference-only position stands for.
pub(super) fn component(place: &Place) -> Option<&str> {
    let mut tokens = place.pointer.tokens();
    let head = (tokens.next(), tokens.next(), tokens.next());
    let (Some("components"), Some("schemas"), Some(name)) = head else {
        return None;
    };
    tokens.next().is_none().then_some(name)
}
