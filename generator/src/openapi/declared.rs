//! A value without the members that its schema does not declare.

use super::{Additional, Schema};
use crate::source::{Document, Node, Site};

/// How many schemas may look at one value: a schema may refer to itself.
const MOST: usize = 256;

/// The part of a value that some schema at `site` declares, its parts and alternatives included.
pub fn declared(document: &Document, site: &Site<'_>, value: &Node) -> Node {
    prune(document, std::slice::from_ref(site), value)
}

fn prune<'d>(document: &'d Document, sites: &[Site<'d>], value: &Node) -> Node {
    let schemas = parts(document, sites);
    match value {
        Node::Map(members) => {
            let free = schemas
                .iter()
                .all(|schema| schema.properties.is_empty() && schema.patterns.is_empty());
            let kept = members.iter().filter_map(|(name, value)| {
                let inner = member(&schemas, name);
                if inner.is_empty() {
                    let open = free || schemas.iter().any(|schema| takes(schema, name));
                    return open.then(|| (name.clone(), value.clone()));
                }
                Some((name.clone(), prune(document, &inner, value)))
            });
            Node::Map(kept.collect())
        }
        Node::List(elements) => {
            let pruned = elements.iter().enumerate().map(|(index, value)| {
                let inner: Vec<_> = schemas
                    .iter()
                    .filter_map(|schema| schema.prefix_items.get(index).or(schema.items.as_ref()))
                    .cloned()
                    .collect();
                if inner.is_empty() {
                    value.clone()
                } else {
                    prune(document, &inner, value)
                }
            });
            Node::List(pruned.collect())
        }
        _ => value.clone(),
    }
}

/// The schemas of a member; those for members beyond the declared ones only where none declares it.
fn member<'d>(schemas: &[Schema<'d>], name: &str) -> Vec<Site<'d>> {
    let named: Vec<_> = schemas
        .iter()
        .flat_map(|schema| &schema.properties)
        .filter(|(known, _)| *known == name)
        .map(|(_, site)| site.clone())
        .collect();
    if !named.is_empty() {
        return named;
    }
    let patterns = schemas
        .iter()
        .flat_map(|schema| schema.patterns.iter().map(|(_, site)| site.clone()));
    let rest = schemas
        .iter()
        .filter_map(|schema| match &schema.additional {
            Additional::Of(site) => Some(site.clone()),
            Additional::Unsaid | Additional::Anything(_) | Additional::Nothing => None,
        });
    patterns.chain(rest).collect()
}

/// Whether a schema says of a member, which no property declares, that it may or must be there.
fn takes(schema: &Schema<'_>, name: &str) -> bool {
    matches!(schema.additional, Additional::Anything(_)) || schema.required.contains(&name)
}

/// The schemas at these places, with what they refer to, their parts and their alternatives.
fn parts<'d>(document: &'d Document, sites: &[Site<'d>]) -> Vec<Schema<'d>> {
    let mut seen = Vec::new();
    let mut waiting = sites.to_vec();
    let mut schemas = Vec::new();
    while let Some(site) = waiting.pop() {
        if seen.contains(&site.place) || schemas.len() == MOST {
            continue;
        }
        seen.push(site.place.clone());
        let schema = Schema::read(site);
        let target = schema
            .reference
            .and_then(|reference| document.resolve(schema.site.place.file, reference).ok());
        waiting.extend(target);
        let inner = [&schema.all_of, &schema.one_of, &schema.any_of];
        waiting.extend(inner.into_iter().flatten().cloned());
        schemas.push(schema);
    }
    schemas
}
