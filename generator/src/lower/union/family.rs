//! A component with a discriminator and those that extend it, as one union.

use super::super::context::Context;
use super::super::hint::Hint;
use super::{named, variant};
use crate::ir::{Discriminant, Docs, Kinds, Payload, Shape, Union};
use crate::openapi::Schema;
use crate::source::{Place, Site};
use std::rc::Rc;

impl<'d> Context<'d> {
    /// The union of a component with a discriminator and of the components that extend it by `allOf`.
    pub(in crate::lower) fn family(
        &mut self,
        schema: &Rc<Schema<'d>>,
        hint: &Hint,
    ) -> Option<Shape> {
        let discriminator = schema.discriminator.clone()?;
        if !schema.one_of.is_empty() || !schema.any_of.is_empty() {
            return None;
        }
        let mut children = Vec::new();
        self.descendants(&schema.site.place, &discriminator.mapping, &mut children);
        if children.is_empty() {
            return None;
        }
        let object = Kinds {
            object: true,
            ..Kinds::default()
        };
        let mut variants = Vec::new();
        for (name, site, tags) in children {
            let ty = self.declared(&site).ty;
            variants.push(variant(
                &name,
                Docs::default(),
                Payload::Type(ty),
                object,
                tags,
            ));
        }
        let own = schema
            .site
            .place
            .pointer
            .last()
            .unwrap_or_default()
            .to_owned();
        let flat = self.flatten(schema);
        let inner = hint.child("base");
        let form = self.plain(&flat, &inner);
        let ty = self.settle(form, &flat, &inner);
        let tags = own_tags(&own, &discriminator.mapping);
        variants.push(variant(
            "Base",
            Docs::default(),
            Payload::Type(ty),
            object,
            tags,
        ));
        let discriminant = Discriminant::Property(discriminator.property.to_owned());
        Some(Shape::Union(named(Union {
            variants,
            discriminant,
        })))
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
                let tags = self.family_tags(&name, &site.place, mapping);
                found.push((name, site, tags));
            } else {
                let inner = site.place.clone();
                found.push((name.clone(), site, own_tags(&name, mapping)));
                self.descendants(&inner, mapping, found);
            }
        }
    }

    /// The tags of a child and of all that extend it.
    fn family_tags(&mut self, name: &str, place: &Place, mapping: &[(&str, &str)]) -> Vec<String> {
        let mut tags = own_tags(name, mapping);
        for (name, site) in self.children(place) {
            tags.extend(self.family_tags(&name, &site.place, mapping));
        }
        tags
    }
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
