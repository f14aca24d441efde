//! Words for values, types and lists in messages.

use std::rc::Rc;

use super::form::Plain;
use super::parts::component;
use crate::openapi::TypeSet;
use crate::source::Node;

/// Values longer than this are cut.
const LONGEST: usize = 60;

/// A value as JSON, on one line and not too long.
pub(super) fn value(node: &Node) -> String {
    let mut out = String::new();
    write(node, &mut out, 0);
    shorten(&out)
}

fn write(node: &Node, out: &mut String, depth: usize) {
    if out.len() > 4 * LONGEST || depth > 8 {
        return;
    }
    match node {
        Node::Null => out.push_str("null"),
        Node::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Node::Int(value) => out.push_str(&value.to_string()),
        Node::Number(text) => out.push_str(text),
        Node::Str(text) => out.push_str(&text.escape_debug().to_string()),
        Node::List(elements) => {
            out.push('[');
            for (index, element) in elements.iter().enumerate() {
                out.push_str(if index > 0 { ", " } else { "" });
                write(element, out, depth + 1);
            }
            out.push(']');
        }
        Node::Map(members) => {
            out.push('{');
            for (index, (key, member)) in members.iter().enumerate() {
                out.push_str(if index > 0 { ", " } else { "" });
                out.push_str(key);
                out.push_str(": ");
                write(member, out, depth + 1);
            }
            out.push('}');
        }
    }
}

/// The first characters of a text.
pub(super) fn shorten(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST).collect();
    format!("{cut}…")
}

/// `` `a`, `b` and 3 more ``.
pub(super) fn list(words: &[String]) -> String {
    let shown: Vec<String> = words
        .iter()
        .take(6)
        .map(|word| format!("`{word}`"))
        .collect();
    let rest = words.len().saturating_sub(6);
    if rest > 0 {
        return format!("{} and {rest} more", shown.join(", "));
    }
    match &shown[..] {
        [] => "nothing".to_owned(),
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        _ => shown.join(""),
    }
}

/// The types of a schema.
pub(super) fn kind(types: Option<TypeSet>) -> String {
    match types.map(TypeSet::names) {
        None => "anything".to_owned(),
        Some(names) if names.is_empty() => "null".to_owned(),
        Some(names) => {
            let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            names.join(" or ")
        }
    }
}

/// The types of several alternatives.
pub(super) fn kinds(alternatives: &[Rc<Plain<'_>>]) -> String {
    let mut found: Vec<String> = Vec::new();
    for plain in alternatives {
        let name = kind(plain.kinds());
        if !found.contains(&name) {
            found.push(name);
        }
    }
    match &found[..] {
        [] => "nothing".to_owned(),
        found => found.join(" or "),
    }
}

/// What to call an alternative.
pub(super) fn alternative(plain: &Plain<'_>) -> String {
    if let Some(name) = plain.place.as_ref().and_then(component) {
        return format!("`{name}`");
    }
    if let Some(values) = &plain.values {
        let values: Vec<String> = values.iter().map(|word| value(word.node)).collect();
        return list(&values);
    }
    match plain.kinds() {
        None => "any value".to_owned(),
        Some(types) => format!("a value of type {}", kind(Some(types))),
    }
}
