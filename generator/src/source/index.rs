//! The components of a file by name: references are followed far more often than sections are walked.

use foldhash::HashMap;

use super::Node;
use crate::pointer::Pointer;

/// Where in its section each component stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Index(HashMap<Box<str>, HashMap<Box<str>, usize>>);

impl Index {
    pub(super) fn new(root: &Node) -> Self {
        let sections = root.get("components").map_or(&[][..], Node::members);
        let named = sections.iter().map(|(section, node)| {
            let members = node.members().iter().enumerate();
            let places = members.map(|(at, (name, _))| (name.clone(), at));
            (section.clone(), places.collect())
        });
        Self(named.collect())
    }

    /// The node that a pointer leads to from the root this was made of.
    pub(super) fn find<'d>(&self, root: &'d Node, pointer: &Pointer) -> Option<&'d Node> {
        let tokens: Vec<&str> = pointer.tokens().collect();
        let (start, rest) = match &tokens[..] {
            ["components", section, name, rest @ ..] => {
                let at = *self.0.get(*section)?.get(*name)?;
                let section = root.get("components")?.get(section)?;
                let (_, node) = section.members().get(at)?;
                (node, rest)
            }
            rest => (root, rest),
        };
        rest.iter().try_fold(start, |node, token| node.step(token))
    }
}
