//! Components that extend others by `allOf`, and the discriminator that tells them apart.

use crate::openapi::{Discriminator, Schema};
use crate::source::{Document, Node, Place, Site};
use foldhash::HashMap;

/// How many parents in a row are asked for a discriminator.
const LINEAGE: usize = 64;

/// Who extends whom, directly: by the place of who is extended.
pub(super) struct Families(HashMap<Place, Vec<Place>>);

impl Families {
    pub(super) fn of(document: &Document) -> Self {
        let mut children: HashMap<Place, Vec<Place>> = HashMap::default();
        let schemas = document.root().get("components");
        let schemas = schemas.and_then(|components| components.get("schemas"));
        for (_, site) in schemas.iter().flat_map(Site::members) {
            for parent in parents(document, &site) {
                let known = children.entry(parent.place).or_default();
                known.push(site.place.clone());
            }
        }
        Self(children)
    }

    /// All that extend a component, and what extends those, each with the word that tells it.
    pub(super) fn descendants<'d>(
        &self,
        document: &'d Document,
        place: &Place,
        discriminator: &Discriminator<'_>,
    ) -> Vec<(String, Site<'d>)> {
        let mut found: Vec<(String, Site<'d>)> = Vec::new();
        let mut waiting = vec![place.clone()];
        while let Some(parent) = waiting.pop() {
            for child in self.0.get(&parent).into_iter().flatten().rev() {
                let is_new = child != place && found.iter().all(|(_, site)| site.place != *child);
                if let (true, Some(node)) = (is_new, document.node(child)) {
                    let place = child.clone();
                    let site = Site { node, place };
                    found.push((word(discriminator, child), site));
                    waiting.push(child.clone());
                }
            }
        }
        found
    }
}

/// The discriminator that a component has from a schema that it extends, where it has none of its own.
pub(super) fn inherited<'d>(document: &'d Document, site: &Site<'d>) -> Option<Discriminator<'d>> {
    if site.node.get("discriminator").is_some() {
        return None;
    }
    let mut waiting = parents(document, site);
    for _ in 0..LINEAGE {
        let parent = Schema::read(waiting.pop()?);
        if !parent.one_of.is_empty() || !parent.any_of.is_empty() {
            continue;
        }
        if parent.discriminator.is_some() {
            return parent.discriminator;
        }
        waiting.extend(parents(document, &parent.site));
    }
    None
}

/// The components that a schema extends.
fn parents<'d>(document: &'d Document, site: &Site<'d>) -> Vec<Site<'d>> {
    let parts = site.get("allOf");
    let parts = parts.iter().flat_map(Site::elements);
    let references = parts.filter_map(|part| part.node.get("$ref").and_then(Node::as_str));
    let targets = references.filter_map(|it| document.resolve(site.place.file, it).ok());
    targets.filter(|it| it.place != site.place).collect()
}

/// The word of a component: the one that is mapped to it, or its name.
fn word(discriminator: &Discriminator<'_>, place: &Place) -> String {
    let name = place.pointer.last().unwrap_or_default();
    let mut mapping = discriminator.mapping.iter();
    let mapped = mapping.find(|(_, target)| target.rsplit('/').next() == Some(name));
    mapped.map_or(name, |(word, _)| word).to_owned()
}
