//! A component with a discriminator and those that extend it, as one union.

use super::super::context::Context;
use super::super::hint::Hint;
use super::{named, variant};
use crate::ir::{Discriminant, Docs, Item, Kinds, Payload, Shape, Type, Union, Variant};
use crate::openapi::{Discriminator, Schema};
use crate::source::{Place, Site};
use std::rc::Rc;

/// How many parents in a row are asked for a discriminator.
const LINEAGE: usize = 64;

impl<'d> Context<'d> {
    /// The union of a component with a discriminator and of the components that extend it by `allOf`.
    pub(in crate::lower) fn family(
        &mut self,
        schema: &Rc<Schema<'d>>,
        hint: &Hint,
    ) -> Option<Shape> {
        let discriminator = schema.discriminator.clone()?;
        if !has_no_choice(schema) {
            return None;
        }
        let mut variants = self.extending(&schema.site.place, &discriminator);
        if variants.is_empty() {
            return None;
        }
        let flat = self.flatten(schema);
        let inner = hint.child("base");
        let form = self.plain(&flat, &inner);
        let ty = self.settle(form, &flat, &inner);
        let tags = own_tags(own_name(&schema.site), &discriminator.mapping);
        variants.push(member("Base", ty, tags));
        Some(told_by(&discriminator, variants))
    }

    /// What a reference to a component stands for that others extend and that inherits its discriminator:
    /// the union of itself and of those. Its own name is the one of its own type.
    pub(in crate::lower) fn inherited_family(&mut self, target: &Site<'d>) -> Option<Item> {
        if let Some(item) = self.families.get(&target.place) {
            return Some(item.clone());
        }
        let discriminator = self.inherited(target)?;
        let schema = self.read(target);
        let hint = Hint::of_place(self.document, &target.place).child("family");
        let unfinished = Shape::Alias(Item {
            ty: Type::Json,
            nullable: false,
        });
        let id = self.add(&schema, &hint, unfinished);
        let item = Item {
            ty: Type::Named(id),
            nullable: self.is_nullable(&schema),
        };
        self.families.insert(target.place.clone(), item.clone());
        let name = own_name(target);
        let ty = self.alone(target).ty;
        let own = member(name, ty, own_tags(name, &discriminator.mapping));
        let mut variants = vec![own];
        variants.extend(self.extending(&target.place, &discriminator));
        self.types.get_mut(id).shape = told_by(&discriminator, variants);
        Some(item)
    }

    /// The discriminator that a component inherits and that tells apart those that extend it.
    pub(in crate::lower) fn inherited(&mut self, target: &Site<'d>) -> Option<Discriminator<'d>> {
        let schema = self.read(target);
        if schema.discriminator.is_some() || schema.all_of.is_empty() {
            return None;
        }
        let discriminator = self.tells_children_apart(&schema)?;
        let is_parent = !self.children(&target.place).is_empty();
        is_parent.then_some(discriminator)
    }

    /// The discriminator that tells apart what extends a schema: its own, or the one of a schema that it extends.
    pub(in crate::lower) fn tells_children_apart(
        &mut self,
        schema: &Rc<Schema<'d>>,
    ) -> Option<Discriminator<'d>> {
        let mut waiting = vec![Rc::clone(schema)];
        for _ in 0..LINEAGE {
            let schema = waiting.pop()?;
            if !has_no_choice(&schema) {
                continue;
            }
            if let Some(discriminator) = &schema.discriminator {
                return Some(discriminator.clone());
            }
            for part in schema.all_of.iter().rev() {
                let part = self.read(part);
                let reference = part.reference;
                let parent = reference.and_then(|it| self.resolve(&part.site, it));
                waiting.extend(parent.map(|site| self.read(&site)));
            }
        }
        None
    }

    /// The variants of those that extend a component.
    fn extending(&mut self, place: &Place, discriminator: &Discriminator<'d>) -> Vec<Variant> {
        let mut children = Vec::new();
        self.descendants(place, &discriminator.mapping, &mut children);
        let children = children.into_iter();
        children
            .map(|(name, site, tags)| member(&name, self.alone(&site).ty, tags))
            .collect()
    }

    /// All that extend a component, and what extends those, each with its tags. One that has a
    /// discriminator of its own speaks for those that extend it.
    fn descendants(
        &mut self,
        place: &Place,
        mapping: &[(&str, &str)],
        found: &mut Vec<(String, Site<'d>, Vec<String>)>,
    ) {
        for (name, site) in self.children(place) {
            if found.iter().any(|(_, known, _)| known.place == site.place) {
                continue;
            }
            if self.read(&site).discriminator.is_some() {
                let mut tags = own_tags(&name, mapping);
                let mut seen = vec![site.place.clone()];
                self.family_tags(&site.place, mapping, &mut seen, &mut tags);
                found.push((name, site, tags));
            } else {
                let inner = site.place.clone();
                found.push((name.clone(), site, own_tags(&name, mapping)));
                self.descendants(&inner, mapping, found);
            }
        }
    }

    /// The tags of all that extend a child.
    fn family_tags(
        &mut self,
        place: &Place,
        mapping: &[(&str, &str)],
        seen: &mut Vec<Place>,
        tags: &mut Vec<String>,
    ) {
        for (name, site) in self.children(place) {
            if seen.contains(&site.place) {
                continue;
            }
            seen.push(site.place.clone());
            tags.extend(own_tags(&name, mapping));
            self.family_tags(&site.place, mapping, seen, tags);
        }
    }
}

/// Whether a schema is no choice by its own words: then its discriminator is for those that extend it.
fn has_no_choice(schema: &Schema<'_>) -> bool {
    schema.one_of.is_empty() && schema.any_of.is_empty()
}

fn own_name<'s>(site: &'s Site<'_>) -> &'s str {
    site.place.pointer.last().unwrap_or_default()
}

fn member(name: &str, ty: Type, tags: Vec<String>) -> Variant {
    let object = Kinds {
        object: true,
        ..Kinds::default()
    };
    variant(name, Docs::default(), Payload::Type(ty), object, tags)
}

fn told_by(discriminator: &Discriminator<'_>, variants: Vec<Variant>) -> Shape {
    Shape::Union(named(Union {
        variants,
        discriminant: Discriminant::Property(discriminator.property.to_owned()),
    }))
}

fn own_tags(name: &str, mapping: &[(&str, &str)]) -> Vec<String> {
    let mapped: Vec<String> = mapping
        .iter()
        .filter(|(_, target)| target.rsplit('/').next() == Some(name))
        .map(|(tag, _)| (*tag).to_owned())
        .collect();
    if mapped.is_empty() {
        vec![name.to_owned()]
    } else {
        mapped
    }
}
