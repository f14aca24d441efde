//! What is written the same on both sides, all that it refers to included: nothing in it has changed.

use std::collections::HashMap;

use super::parts::Group;
use super::side::Side;
use crate::source::{FileId, Node, Site};

/// References that lead to the same on both sides.
#[derive(Debug, Default)]
pub(super) struct Same<'a> {
    /// Whether what a reference names is the same, by its text.
    references: HashMap<&'a str, bool>,
}

impl<'a> Same<'a> {
    /// Looks at every reference of the old document.
    pub(super) fn new(old: Side<'a>, new: Side<'a>) -> Self {
        let mut targets = Targets::default();
        targets.take(old.root().node);
        let mut at = 0;
        let mut users: Vec<Vec<usize>> = Vec::new();
        let mut changed: Vec<usize> = Vec::new();
        while let Some(text) = targets.names.get(at).copied() {
            let [one, two] = [old, new].map(|side| target(side, text));
            if one.is_none() || one != two {
                changed.push(at);
            }
            for inner in one.map(|node| targets.take(node)).unwrap_or_default() {
                users.resize(users.len().max(inner + 1), Vec::new());
                users[inner].push(at);
            }
            at += 1;
        }
        Self::without(&targets.names, &users, changed)
    }

    /// All references but those that changed, and those that lead to them.
    fn without(names: &[&'a str], users: &[Vec<usize>], mut changed: Vec<usize>) -> Self {
        let mut same = vec![true; names.len()];
        while let Some(at) = changed.pop() {
            if std::mem::replace(&mut same[at], false) {
                changed.extend(users.get(at).into_iter().flatten());
            }
        }
        Self {
            references: names.iter().copied().zip(same).collect(),
        }
    }

    /// Whether two positions are the same. Only what stands in the files that were named is looked at.
    pub(super) fn groups(&self, old: &Group<'a>, new: &Group<'a>) -> bool {
        old.text == new.text
            && old.sites.len() == new.sites.len()
            && old
                .sites
                .iter()
                .zip(&new.sites)
                .all(|(one, two)| self.sites(one, two))
    }

    fn sites(&self, old: &Site<'a>, new: &Site<'a>) -> bool {
        let is_named = |site: &Site<'a>| site.place.file == FileId::ROOT;
        is_named(old) && is_named(new) && self.nodes(old.node, new.node)
    }

    fn nodes(&self, old: &Node, new: &Node) -> bool {
        match (old, new) {
            (Node::Map(old), Node::Map(new)) => {
                old.len() == new.len()
                    && old.iter().zip(new).all(|((key, one), (other, two))| {
                        key == other
                            && (!is_reference(key, one) || self.leads_to_same(one))
                            && self.nodes(one, two)
                    })
            }
            (Node::List(old), Node::List(new)) => {
                old.len() == new.len() && old.iter().zip(new).all(|(one, two)| self.nodes(one, two))
            }
            (one, two) => one == two,
        }
    }

    fn leads_to_same(&self, reference: &Node) -> bool {
        let text = reference.as_str();
        text.is_some_and(|text| self.references.get(text) == Some(&true))
    }
}

/// Whether a member refers to something: a mapping of a discriminator does so without `$ref`.
fn is_reference(key: &str, node: &Node) -> bool {
    let text = node.as_str();
    text.is_some_and(|text| matches!(key, "$ref" | "$dynamicRef") || text.starts_with("#/"))
}

/// What a reference names; `None` for what this does not follow.
fn target<'a>(side: Side<'a>, text: &str) -> Option<&'a Node> {
    if !text.starts_with("#/") {
        return None;
    }
    let target = side.document.resolve(FileId::ROOT, text).ok()?;
    Some(target.node)
}

/// The references of a document, each with a number.
#[derive(Default)]
struct Targets<'a> {
    names: Vec<&'a str>,
    numbers: HashMap<&'a str, usize>,
}

impl<'a> Targets<'a> {
    /// The numbers of all references in a node; those that are new get one.
    fn take(&mut self, node: &'a Node) -> Vec<usize> {
        let mut found = Vec::new();
        let mut open = vec![node];
        while let Some(node) = open.pop() {
            open.extend(node.elements());
            for (key, member) in node.members() {
                match member.as_str() {
                    Some(text) if is_reference(key, member) => found.push(self.number(text)),
                    _ => open.push(member),
                }
            }
        }
        found
    }

    fn number(&mut self, text: &'a str) -> usize {
        *self.numbers.entry(text).or_insert_with(|| {
            self.names.push(text);
            self.names.len() - 1
        })
    }
}
