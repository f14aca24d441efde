//! The values a schema position allows, as a union of plain alternatives.

use std::rc::Rc;

use super::parts::Group;
use crate::openapi::{Discriminator, TypeSet};
use crate::source::{Node, Place, Site};

/// The values a position allows: perhaps null, and any of the alternatives.
#[derive(Debug, Clone)]
pub(super) struct Form<'a> {
    pub null: bool,
    pub alternatives: Vec<Rc<Plain<'a>>>,
    /// What becomes of values that fit several alternatives, where the document lists several.
    pub overlap: Option<Overlap>,
    pub discriminator: Option<Tags<'a>>,
    pub default: Option<Word<'a>>,
    pub read_only: Option<Place>,
    pub write_only: Option<Place>,
    /// Whether there were too many alternatives to look at.
    pub cut: bool,
}

/// What becomes of values that fit several alternatives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Overlap {
    /// They are refused (`oneOf`).
    Refused,
    /// They are allowed (`anyOf`).
    Allowed,
}

/// A discriminator, with the values that its branches have without saying so.
#[derive(Debug, Clone)]
pub(super) struct Tags<'a> {
    pub read: Discriminator<'a>,
    /// Values of the property, each with the name of what it stands for.
    pub values: Vec<(String, String)>,
}

/// A node and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Word<'a> {
    pub node: &'a Node,
    pub place: Place,
}

impl<'a> From<Site<'a>> for Word<'a> {
    fn from(site: Site<'a>) -> Self {
        Self {
            node: site.node,
            place: site.place,
        }
    }
}

/// A schema without alternatives.
#[derive(Debug, Clone, Default)]
pub(super) struct Plain<'a> {
    /// Where it is written.
    pub place: Option<Place>,
    /// The types; `None` when any will do.
    pub types: Option<TypeSet>,
    /// Where `type` stands.
    pub types_at: Option<Place>,
    pub format: Option<Word<'a>>,
    /// `contentEncoding` and `contentMediaType`.
    pub content: Vec<(&'a str, Word<'a>)>,
    pub values: Option<Vec<Word<'a>>>,
    pub properties: Vec<Property<'a>>,
    pub required: Vec<(&'a str, Place)>,
    pub additional: Rest<'a>,
    pub patterns: Vec<(&'a str, Site<'a>)>,
    pub items: Vec<Site<'a>>,
    pub prefix: Vec<Site<'a>>,
    pub limits: Vec<(&'a str, Word<'a>)>,
    pub rules: Vec<(&'a str, Word<'a>)>,
    /// Keywords that no rule knows.
    pub others: Vec<(&'a str, Word<'a>)>,
    /// Whether it allows nothing at all.
    pub never: bool,
}

/// A member of an object and all schemas that describe it.
#[derive(Debug, Clone)]
pub(super) struct Property<'a> {
    pub name: &'a str,
    pub sites: Vec<Site<'a>>,
}

/// What an object may hold beyond its properties.
#[derive(Debug, Clone, Default)]
pub(super) enum Rest<'a> {
    /// Anything.
    #[default]
    Open,
    /// Nothing.
    Closed(Place),
    /// Values of these schemas.
    Of(Vec<Site<'a>>),
}

impl<'a> Plain<'a> {
    /// The types it has, concluded from its other keywords where `type` is missing; `None` for any.
    pub(super) fn kinds(&self) -> Option<TypeSet> {
        if self.types.is_some() {
            return self.types;
        }
        if let Some(values) = &self.values {
            let each = values.iter().filter_map(|word| type_of(word.node));
            return each.reduce(TypeSet::or);
        }
        let object = !self.properties.is_empty()
            || !self.required.is_empty()
            || !self.patterns.is_empty()
            || !matches!(self.additional, Rest::Open);
        let array = !self.items.is_empty() || !self.prefix.is_empty();
        (object || array).then_some(TypeSet {
            array,
            object,
            ..TypeSet::NONE
        })
    }

    /// The name of its format; what OpenAPI 3.1 says by other keywords is called as in 3.0.
    pub(super) fn format_name(&self) -> Option<&'a str> {
        let word = self.format.as_ref()?;
        let name = word.node.as_str()?;
        Some(match word.place.pointer.last() {
            Some("contentMediaType") => "binary",
            Some("contentEncoding") => "byte",
            _ => name,
        })
    }

    pub(super) fn property(&self, name: &str) -> Option<&Property<'a>> {
        self.properties
            .iter()
            .find(|property| property.name == name)
    }

    pub(super) fn requires(&self, name: &str) -> bool {
        self.required.iter().any(|(required, _)| *required == name)
    }

    pub(super) fn at(&self, fallback: &Place) -> Place {
        self.place.clone().unwrap_or_else(|| fallback.clone())
    }

    /// The schemas of a member that is not listed.
    pub(super) fn unlisted(&self, fallback: &Place) -> Option<Group<'a>> {
        match &self.additional {
            Rest::Open => Some(Group::anything(fallback)),
            Rest::Closed(_) => None,
            Rest::Of(sites) => Some(Group::all(sites.clone(), fallback)),
        }
    }

    /// Whether it is nothing but a list of strings.
    pub(super) fn is_words(&self) -> bool {
        let strings = self
            .values
            .as_ref()
            .is_some_and(|values| values.iter().all(|word| word.node.as_str().is_some()));
        strings && self.limits.is_empty() && self.rules.is_empty() && self.format.is_none()
    }

    /// The one value of a member, as variants of a union carry it.
    pub(super) fn is_empty(&self) -> bool {
        self.kinds().is_none()
            && self.values.is_none()
            && self.limits.is_empty()
            && self.rules.is_empty()
            && self.format.is_none()
            && self.content.is_empty()
            && !self.never
    }
}

/// The type of a value; `None` for null.
pub(super) fn type_of(node: &Node) -> Option<TypeSet> {
    match node {
        Node::Null => None,
        Node::Number(_) => node
            .as_int()
            .map_or_else(|| TypeSet::named("number"), |_| TypeSet::named("integer")),
        other => TypeSet::named(other.kind()),
    }
}
