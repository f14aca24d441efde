//! Values, types and lists of values as a report words them.

use crate::openapi::TypeSet;
use crate::source::Node;

/// How many characters of a value are shown.
const WIDTH: usize = 40;
/// How many values of a list are shown.
const SHOWN: usize = 8;

/// A value in backquotes, short enough for a line.
pub(super) fn short(node: &Node) -> String {
    let text = match node {
        Node::Null => "null".to_owned(),
        Node::Bool(value) => value.to_string(),
        Node::Int(value) => value.to_string(),
        Node::Number(text) | Node::Str(text) => text.to_string(),
        Node::List(_) | Node::Map(_) => return format!("this {}", node.kind()),
    };
    let mut cut: String = text.chars().take(WIDTH).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    format!("`{cut}`")
}

/// Several values, cut when there are many.
pub(super) fn list(nodes: &[&Node]) -> String {
    let mut shown: Vec<String> = nodes.iter().take(SHOWN).map(|node| short(node)).collect();
    if nodes.len() > SHOWN {
        shown.push(format!("{} more", nodes.len() - SHOWN));
    }
    shown.join(", ")
}

/// The kind of a value with its article.
pub(super) fn kind(node: &Node) -> &'static str {
    match node {
        Node::Null => "null",
        Node::Bool(_) => "a boolean",
        Node::Int(_) => "an integer",
        Node::Number(_) => "a number",
        Node::Str(_) => "a string",
        Node::List(_) => "an array",
        Node::Map(_) => "an object",
    }
}

/// The types of a schema with their articles.
pub(super) fn types(types: TypeSet) -> String {
    let names: Vec<String> = types.names().into_iter().map(article).collect();
    if names.is_empty() {
        return "null".to_owned();
    }
    names.join(" or ")
}

fn article(name: &str) -> String {
    let vowel = name.starts_with(['a', 'i', 'o']);
    format!("{} {name}", if vowel { "an" } else { "a" })
}
