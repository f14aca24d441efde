//! One of the two documents, with its references followed.

use crate::source::{Document, Node, Site};

/// One of the two documents.
#[derive(Debug, Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) document: &'a Document,
}

impl<'a> Side<'a> {
    /// What a reference in `site` points to; what points nowhere was reported when the model was made.
    pub(super) fn resolve(self, site: &Site<'a>, reference: &str) -> Option<Site<'a>> {
        self.document.resolve(site.place.file, reference).ok()
    }

    /// The object behind the `$ref`s of an object that is no schema.
    pub(super) fn follow(self, site: Site<'a>) -> Site<'a> {
        let mut here = site;
        for _ in 0..64 {
            let Some(reference) = here.node.get("$ref").and_then(Node::as_str) else {
                return here;
            };
            match self.resolve(&here, reference) {
                Some(target) => here = target,
                None => return here,
            }
        }
        here
    }

    /// A component of the document.
    pub(super) fn component(self, section: &str, name: &str) -> Option<Site<'a>> {
        let place = self.root().place.child("components");
        let place = place.child(section).child(name);
        let node = self.document.node(&place)?;
        Some(Site { node, place })
    }

    /// The root of the document.
    pub(super) fn root(self) -> Site<'a> {
        self.document.root()
    }
}
