//! Components that no operation of either document reaches.

use std::collections::HashSet;

use super::build::same_value;
use super::operation::Operation;
use super::side::Side;
use super::{Caller, Wire};
use crate::diff::kind::Kind;
use crate::source::{Node, Place, Site};

/// Sections of components that operations lead into.
pub(super) const SECTIONS: [&str; 8] = [
    "schemas",
    "responses",
    "parameters",
    "requestBodies",
    "headers",
    "securitySchemes",
    "pathItems",
    "mediaTypes",
];

impl<'a> Wire<'a> {
    /// Says that something changed which nobody can notice.
    pub(super) fn unused(&mut self, before: &[Operation<'a>], after: &[Operation<'a>]) {
        let (old, new) = (self.pairs.old.side, self.pairs.new.side);
        let used_before = used(old, before);
        let used_after = used(new, after);
        for section in SECTIONS {
            let of = |side: Side<'a>| side.root().get("components")?.get(section);
            let (one, two) = (of(old), of(new));
            let names = one.iter().chain(&two).flat_map(Site::members);
            let mut seen = HashSet::new();
            for (name, _) in names.filter(|(name, _)| seen.insert(*name)) {
                let (a, b) = (
                    one.as_ref().and_then(|site| site.get(name)),
                    two.as_ref().and_then(|site| site.get(name)),
                );
                let reached = a
                    .as_ref()
                    .is_some_and(|site| used_before.contains(&site.place))
                    || b.as_ref()
                        .is_some_and(|site| used_after.contains(&site.place));
                let same = match (&a, &b) {
                    (Some(a), Some(b)) => same_value(a.node, b.node),
                    _ => false,
                };
                if reached || same {
                    continue;
                }
                let caller = Caller {
                    operation: usize::MAX,
                    reversed: false,
                };
                let what = match (&a, &b) {
                    (None, _) => "is new, and nothing uses it",
                    (_, None) => "is gone, and nothing used it",
                    (Some(_), Some(_)) => "changed, and nothing uses it",
                };
                let place = |site: Option<Site<'a>>, side: Side<'a>| {
                    let section = side.root().get("components").map(|site| site.place);
                    let fallback = section.unwrap_or_else(|| side.root().place);
                    site.map_or(fallback, |site| site.place)
                };
                let at = (place(a, old), place(b, new));
                self.fact(caller, Kind::UnusedChanged, at, format!("`{name}` {what}"));
            }
        }
    }
}

/// The places of all components that operations lead to.
fn used<'a>(side: Side<'a>, operations: &[Operation<'a>]) -> HashSet<Place> {
    let mut found = HashSet::new();
    let mut queue: Vec<Site<'a>> = Vec::new();
    for operation in operations {
        queue.push(operation.site.clone());
        queue.extend(operation.item.get("parameters"));
        queue.extend(operation.item.get("servers"));
    }
    let root = side.root();
    let doors = operations
        .iter()
        .filter_map(|operation| operation.site.get("security"))
        .chain(root.get("security"));
    for way in doors.flat_map(|site| site.elements().collect::<Vec<_>>()) {
        for (name, _) in way.node.members() {
            if let Some(scheme) = side.component("securitySchemes", name) {
                found.insert(scheme.place.clone());
            }
        }
    }
    while let Some(site) = queue.pop() {
        for (key, member) in site.node.members() {
            let Some(text) = member.as_str() else {
                continue;
            };
            if !matches!(&**key, "$ref" | "$dynamicRef") && !text.starts_with("#/") {
                continue;
            }
            if let Some(target) = side.resolve(&site, text)
                && found.insert(target.place.clone())
            {
                queue.push(target);
            }
        }
        queue.extend(
            site.members()
                .map(|(_, site)| site)
                .filter(|site| is_inner(site.node)),
        );
        queue.extend(site.elements().filter(|site| is_inner(site.node)));
    }
    found
}

const fn is_inner(node: &Node) -> bool {
    matches!(node, Node::Map(_) | Node::List(_))
}
