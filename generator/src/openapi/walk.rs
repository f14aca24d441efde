//! A walk over every object of a document, as the ledger names its members.

use foldhash::HashSet;

use super::keywords::{Effect, Holds, Object};
use super::validate::Direction;
use crate::source::{Document, Place, Site};

/// Calls `visit` for every object of the document, outer ones first, each once.
///
/// What a keyword without effect holds is not looked into.
pub fn walk<'d>(document: &'d Document, mut visit: impl FnMut(&Site<'d>, Object, Direction)) {
    let mut walk = Walk {
        document,
        visit: &mut visit,
        seen: HashSet::default(),
        queue: Vec::new(),
    };
    walk.object(&document.root(), Object::Document, Direction::Unknown);
    while let Some((site, object, direction)) = walk.queue.pop() {
        walk.object(&site, object, direction);
    }
}

struct Walk<'d, 'v> {
    document: &'d Document,
    visit: &'v mut dyn FnMut(&Site<'d>, Object, Direction),
    /// Objects of other files that were visited, by the way they travel.
    seen: HashSet<(Place, Direction)>,
    /// Those that wait: going there at once would nest as deep as references chain.
    queue: Vec<(Site<'d>, Object, Direction)>,
}

impl<'d> Walk<'d, '_> {
    fn object(&mut self, site: &Site<'d>, object: Object, direction: Direction) {
        let direction = match object {
            Object::RequestBody | Object::Parameter => Direction::Request,
            Object::Response => Direction::Response,
            _ => direction,
        };
        if let Some(target) = self.elsewhere(site)
            && self.seen.insert((target.place.clone(), direction))
        {
            self.queue.push((target, object, direction));
        }
        (self.visit)(site, object, direction);
        match object {
            Object::Paths => self.named(site, Object::PathItem, direction),
            Object::Responses => self.named(site, Object::Response, direction),
            _ => self.keywords(site, object, direction),
        }
    }

    fn keywords(&mut self, site: &Site<'d>, object: Object, direction: Direction) {
        for (key, member) in site.members() {
            let keyword = object.keyword(key);
            let Some(keyword) = keyword.filter(|it| !matches!(it.effect, Effect::Noted(_))) else {
                continue;
            };
            match keyword.holds {
                Holds::One(inner) => self.object(&member, inner, direction),
                Holds::SchemaOrFlag => self.object(&member, Object::Schema, direction),
                Holds::Map(inner) => self.named(&member, inner, direction),
                Holds::List(inner) => {
                    for element in member.elements() {
                        self.object(&element, inner, direction);
                    }
                }
                _ => {}
            }
        }
    }

    fn named(&mut self, site: &Site<'d>, object: Object, direction: Direction) {
        for (_, member) in site.members() {
            self.object(&member, object, direction);
        }
    }

    /// What a `$ref` leads to, when that is in a file that no other way leads to.
    fn elsewhere(&self, site: &Site<'d>) -> Option<Site<'d>> {
        let reference = site.node.get("$ref")?.as_str()?;
        let target = self.document.resolve(site.place.file, reference).ok()?;
        (target.place.file != self.document.root().place.file).then_some(target)
    }
}
