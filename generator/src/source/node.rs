//! The tree of one document: what YAML and JSON have in common, nothing lost.

use crate::pointer::Pointer;

/// One node of a document.
///
/// Unlike `serde_json::Value` it keeps the order of members, integers beyond
/// 64 bits and the source text of every other number.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Node {
    /// `null`, `~` or an empty YAML value.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// An integer of up to 127 bits and a sign.
    Int(i128),
    /// Any other number, as it was written (`1.50`, `1e400`).
    Number(Box<str>),
    /// A string.
    Str(Box<str>),
    /// A sequence.
    List(Vec<Node>),
    /// A mapping in document order; keys are distinct.
    Map(Vec<(Box<str>, Node)>),
}

impl Node {
    /// The member `key` of a mapping; `None` for another kind of node.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.members()
            .iter()
            .find_map(|(name, node)| (**name == *key).then_some(node))
    }

    /// The node that a pointer leads to from here.
    pub fn at(&self, pointer: &Pointer) -> Option<&Node> {
        pointer.tokens().try_fold(self, Self::step)
    }

    /// The member or element that one reference token of a pointer names.
    pub(super) fn step(&self, token: &str) -> Option<&Node> {
        match self {
            Self::Map(_) => self.get(token),
            Self::List(elements) => elements.get(index(token)?),
            _ => None,
        }
    }

    /// The same, to change it.
    pub(super) fn step_mut(&mut self, token: &str) -> Option<&mut Node> {
        match self {
            Self::Map(members) => members
                .iter_mut()
                .find_map(|(name, node)| (**name == *token).then_some(node)),
            Self::List(elements) => elements.get_mut(index(token)?),
            _ => None,
        }
    }

    /// How many levels of mappings and sequences there are.
    pub(super) fn depth(&self) -> usize {
        let inner = self.members().iter().map(|(_, node)| node);
        let deepest = inner.chain(self.elements()).map(Self::depth).max();
        match self {
            Self::Map(_) | Self::List(_) => 1 + deepest.unwrap_or(0),
            _ => 0,
        }
    }

    /// How many nodes there are, this one included.
    pub(super) fn count(&self) -> usize {
        let inner = self.members().iter().map(|(_, node)| node);
        1 + inner.chain(self.elements()).map(Self::count).sum::<usize>()
    }

    /// The members of a mapping in document order; empty for another kind.
    pub fn members(&self) -> &[(Box<str>, Node)] {
        match self {
            Self::Map(members) => members,
            _ => &[],
        }
    }

    /// The elements of a sequence; empty for another kind of node.
    pub fn elements(&self) -> &[Node] {
        match self {
            Self::List(elements) => elements,
            _ => &[],
        }
    }

    /// The text of a string node.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Str(text) => Some(text),
            _ => None,
        }
    }

    /// The value of a boolean node.
    pub const fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// The value of an integer node; `1.0` counts, `1.5` does not.
    pub fn as_int(&self) -> Option<i128> {
        match self {
            Self::Int(value) => Some(*value),
            Self::Number(text) => text.strip_suffix(".0").and_then(|whole| whole.parse().ok()),
            _ => None,
        }
    }

    /// The value of a number node, rounded to a double.
    #[expect(clippy::cast_precision_loss, reason = "a double is asked for")]
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Int(value) => Some(*value as f64),
            Self::Number(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// What kind of node this is, in JSON's words, for reports.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "boolean",
            Self::Int(_) => "integer",
            Self::Number(_) => "number",
            Self::Str(_) => "string",
            Self::List(_) => "array",
            Self::Map(_) => "object",
        }
    }
}

/// A reference token as the index of an element: digits without a leading zero.
pub(super) fn index(token: &str) -> Option<usize> {
    let canonical = token == "0" || !token.starts_with(['0', '+']);
    canonical.then(|| token.parse().ok())?
}
