//! What a part of a document leads to: what is within it, and the components it refers to in any number of steps.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::source::{Document, Node, Place, Site};

/// The places that a place refers to.
type Targets = Rc<HashSet<Place>>;

/// A document, and what was found out about its references.
pub(super) struct Reach<'a> {
    document: &'a Document,
    /// What each subtree refers to by itself.
    direct: HashMap<Place, Targets>,
    /// What each subtree refers to in any number of steps.
    all: HashMap<Place, Targets>,
}

impl<'a> Reach<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        Self {
            document,
            direct: HashMap::new(),
            all: HashMap::new(),
        }
    }

    /// Whether `to` is within `from`, or within something that `from` refers to.
    pub(super) fn leads_to(&mut self, from: &Place, to: &Place) -> bool {
        if is_within(to, from) {
            return true;
        }
        let targets = self.all(from);
        let mut here = Some(to.clone());
        while let Some(place) = here {
            if targets.contains(&place) {
                return true;
            }
            here = parent(&place);
        }
        false
    }

    fn all(&mut self, from: &Place) -> Targets {
        if let Some(known) = self.all.get(from) {
            return Rc::clone(known);
        }
        let mut found: HashSet<Place> = HashSet::new();
        let mut queue = vec![from.clone()];
        while let Some(place) = queue.pop() {
            for target in self.direct(&place).iter() {
                if found.insert(target.clone()) {
                    queue.push(target.clone());
                }
            }
        }
        let found = Rc::new(found);
        self.all.insert(from.clone(), Rc::clone(&found));
        found
    }

    fn direct(&mut self, from: &Place) -> Targets {
        if let Some(known) = self.direct.get(from) {
            return Rc::clone(known);
        }
        let mut found = HashSet::new();
        let start = self.document.node(from).map(|node| Site {
            node,
            place: from.clone(),
        });
        let mut queue: Vec<Site<'a>> = start.into_iter().collect();
        while let Some(site) = queue.pop() {
            let reference = site.node.get("$ref").and_then(Node::as_str);
            let target =
                reference.and_then(|text| self.document.resolve(site.place.file, text).ok());
            found.extend(target.map(|target| target.place));
            queue.extend(site.members().map(|(_, member)| member));
            queue.extend(site.elements());
        }
        let found = Rc::new(found);
        self.direct.insert(from.clone(), Rc::clone(&found));
        found
    }
}

/// Whether a place is another one or below it.
pub(super) fn is_within(inner: &Place, outer: &Place) -> bool {
    let mut here = Some(inner.clone());
    while let Some(place) = here {
        if place == *outer {
            return true;
        }
        here = parent(&place);
    }
    false
}

fn parent(place: &Place) -> Option<Place> {
    Some(Place {
        file: place.file,
        pointer: place.pointer.parent()?,
    })
}
