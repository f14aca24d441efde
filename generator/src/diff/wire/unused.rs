//! Components that no operation of either document reaches.

use std::collections::HashSet;

use super::build::same_value;
use super::operation::Operation;
use super::side::Side;
use super::{Caller, Wire};
use crate::diff::kind::Kind;
use crate::source::{FileId, Node, Place, Site};

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
            let names = one.iter().chain(&two);
            let names = names.flat_map(|site| site.node.members());
            let mut seen = HashSet::new();
            for (name, _) in names.filter(|(name, _)| seen.insert(&**name)) {
                let (a, b) = (old.component(section, name), new.component(section, name));
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
    let mut queue: Vec<(FileId, &'a Node)> = Vec::new();
    for operation in operations {
        queue.push((operation.site.place.file, operation.site.node));
        let shared = ["parameters", "servers"].iter();
        let shared = shared.filter_map(|key| operation.item.node.get(key));
        queue.extend(shared.map(|node| (operation.item.place.file, node)));
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
    // Most nodes refer to nothing, and need no place.
    while let Some((file, node)) = queue.pop() {
        for (key, member) in node.members() {
            if let Some(text) = member.as_str()
                && (matches!(&**key, "$ref" | "$dynamicRef") || text.starts_with("#/"))
                && let Ok(target) = side.document.resolve(file, text)
                && found.insert(target.place.clone())
            {
                queue.push((target.place.file, target.node));
            }
        }
        let members = node.members().iter().map(|(_, inner)| inner);
        let inner = members
            .chain(node.elements())
            .filter(|inner| is_inner(inner));
        queue.extend(inner.map(|inner| (file, inner)));
    }
    found
}

const fn is_inner(node: &Node) -> bool {
    matches!(node, Node::Map(_) | Node::List(_))
}
