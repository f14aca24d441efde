//! Prose of the document, and our own sentences about what a server expects.

use super::scalar;
use crate::ir::{Docs, Example, Link};
use crate::openapi::{Limits, Schema};
use crate::source::Node;
use std::fmt::Write as _;

/// The prose of a schema.
pub(super) fn of_schema(schema: &Schema<'_>) -> Docs {
    let node = schema.site.node;
    let mut docs = of_node(node);
    docs.title = schema.title.map(str::to_owned);
    docs.text = docs.text.or_else(|| of_items(schema));
    let format = schema.format.filter(|format| !is_told(schema, format));
    docs.notes = format
        .map(|format| format!("Format: {}.", code(format)))
        .into_iter()
        .chain(limits(&schema.limits, schema.format))
        .collect();
    docs
}

/// What is said of the items of a list, where they are so plain that no type of their own says it.
fn of_items(schema: &Schema<'_>) -> Option<String> {
    let node = schema.items.as_ref()?.node;
    let is_plain = match node.get("type") {
        Some(Node::Str(word)) => !matches!(&**word, "object" | "array"),
        _ => false,
    };
    let text = node.get("description").and_then(Node::as_str);
    text.filter(|_| is_plain && node.get("enum").is_none())
        .map(str::to_owned)
}

/// Whether the Rust type says the format already, or the schema lists its values.
fn is_told(schema: &Schema<'_>, format: &str) -> bool {
    schema.values.is_some()
        || schema
            .types
            .is_some_and(|types| scalar::is_told(types, format))
}

/// The prose of any object with `description`, `summary`, `externalDocs`, `example` or `examples`.
pub(super) fn of_node(node: &Node) -> Docs {
    let text = |key: &str| node.get(key).and_then(Node::as_str).map(str::to_owned);
    Docs {
        title: text("summary").or_else(|| text("title")),
        text: text("description"),
        notes: Vec::new(),
        examples: examples(node),
        links: link(node).into_iter().collect(),
    }
}

/// What `externalDocs` points to.
pub(super) fn link(node: &Node) -> Option<Link> {
    let docs = node.get("externalDocs")?;
    let text = |key: &str| docs.get(key).and_then(Node::as_str).map(str::to_owned);
    Some(Link {
        url: text("url").unwrap_or_default(),
        description: text("description"),
    })
}

/// The examples under `example` and `examples`, in the forms of schemas and of media types.
pub(super) fn examples(node: &Node) -> Vec<Example> {
    let one = node.get("example").map(|value| Example {
        name: None,
        summary: None,
        json: json(value),
    });
    let many = match node.get("examples") {
        Some(Node::List(values)) => values
            .iter()
            .map(|value| Example {
                name: None,
                summary: None,
                json: json(value),
            })
            .collect(),
        Some(Node::Map(members)) => members
            .iter()
            .filter_map(|(name, node)| named(name, node))
            .collect(),
        _ => Vec::new(),
    };
    one.into_iter().chain(many).collect()
}

fn named(name: &str, node: &Node) -> Option<Example> {
    let value = node.get("value").or_else(|| node.get("dataValue"))?;
    Some(Example {
        name: Some(name.to_owned()),
        summary: node
            .get("summary")
            .or_else(|| node.get("description"))
            .and_then(Node::as_str)
            .map(str::to_owned),
        json: json(value),
    })
}

/// A node as JSON text on one line.
pub fn json(node: &Node) -> String {
    let mut out = String::with_capacity(length(node));
    write(&mut out, node);
    out
}

/// How long a node is as JSON text, but for what is escaped in it and what is more than a few digits.
fn length(node: &Node) -> usize {
    match node {
        Node::Null | Node::Bool(_) | Node::Int(_) => 5,
        Node::Number(text) => text.len(),
        Node::Str(text) => text.len() + 2,
        Node::List(elements) => 2 + elements.iter().map(|one| length(one) + 2).sum::<usize>(),
        Node::Map(members) => {
            let members = members.iter().map(|(key, one)| key.len() + length(one) + 6);
            2 + members.sum::<usize>()
        }
    }
}

fn write(out: &mut String, node: &Node) {
    match node {
        Node::Null => out.push_str("null"),
        Node::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Node::Int(value) => {
            // Writing to a `String` cannot fail.
            let _ = write!(out, "{value}");
        }
        Node::Number(text) => out.push_str(text),
        Node::Str(text) => quote(out, text),
        Node::List(elements) => {
            out.push('[');
            for (index, element) in elements.iter().enumerate() {
                comma(out, index);
                write(out, element);
            }
            out.push(']');
        }
        Node::Map(members) => {
            out.push('{');
            for (index, (key, member)) in members.iter().enumerate() {
                comma(out, index);
                quote(out, key);
                out.push_str(": ");
                write(out, member);
            }
            out.push('}');
        }
    }
}

fn comma(out: &mut String, index: usize) {
    if index > 0 {
        out.push_str(", ");
    }
}

/// Where the first sign stands that JSON escapes. Most blocks of a text have none, and a processor looks at a block at
/// once.
fn special(text: &str) -> Option<usize> {
    const BLOCK: usize = 32;
    let is_special = |byte: &u8| matches!(byte, b'"' | b'\\' | b'\0'..=b'\x1f');
    let mut blocks = text.as_bytes().chunks(BLOCK).enumerate();
    blocks.find_map(|(index, block)| {
        let any = block.iter().fold(false, |any, byte| any | is_special(byte));
        let at = any.then(|| block.iter().position(is_special))??;
        Some(index * BLOCK + at)
    })
}

/// Text as a JSON string.
fn quote(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = special(rest) {
        let (plain, special) = rest.split_at(at);
        out.push_str(plain);
        let mut chars = special.chars();
        match chars.next() {
            Some('\n') => out.push_str("\\n"),
            Some('\r') => out.push_str("\\r"),
            Some('\t') => out.push_str("\\t"),
            Some('\x08') => out.push_str("\\b"),
            Some('\x0c') => out.push_str("\\f"),
            Some(sign @ ('"' | '\\')) => out.extend(['\\', sign]),
            other => {
                let code = other.map_or(0, u32::from);
                let _ = write!(out, "\\u{code:04x}");
            }
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
    out.push('"');
}

/// What a server refuses, in sentences, but for what the type of this format holds anyway.
fn limits(limits: &Limits<'_>, format: Option<&str>) -> Vec<String> {
    let number = |node: Option<&Node>| node.map(json);
    let count = |count: Option<i128>| count.map(|count| count.to_string());
    let unsigned = format.is_some_and(|format| format.starts_with("uint"));
    let mut notes = Vec::new();
    let low = if limits.above_minimum {
        "more than"
    } else {
        "at least"
    };
    let high = if limits.below_maximum {
        "less than"
    } else {
        "at most"
    };
    notes.extend(range(
        "Value",
        (
            low,
            number(
                limits
                    .minimum
                    .filter(|least| !unsigned || least.as_int() != Some(0)),
            ),
        ),
        (high, number(limits.maximum)),
    ));
    notes.extend(
        limits
            .multiple_of
            .map(|of| format!("A multiple of {}.", json(of))),
    );
    let (least, most) = ("at least", "at most");
    notes.extend(range(
        "Length",
        (least, count(limits.min_length)),
        (most, count(limits.max_length)),
    ));
    notes.extend(
        limits
            .pattern
            .map(|pattern| format!("Pattern: {}.", code(pattern))),
    );
    notes.extend(range(
        "Items",
        (least, count(limits.min_items)),
        (most, count(limits.max_items)),
    ));
    if limits.unique {
        notes.push("Items are distinct.".to_owned());
    }
    notes.extend(range(
        "Members",
        (least, count(limits.min_properties)),
        (most, count(limits.max_properties)),
    ));
    notes
}

fn range(what: &str, low: (&str, Option<String>), high: (&str, Option<String>)) -> Option<String> {
    match (low.1, high.1) {
        (Some(least), Some(most)) => Some(format!("{what}: {} {least}, {} {most}.", low.0, high.0)),
        (Some(least), None) => Some(format!("{what}: {} {least}.", low.0)),
        (None, Some(most)) => Some(format!("{what}: {} {most}.", high.0)),
        (None, None) => None,
    }
}

/// Foreign text as a Markdown code span: the fence is longer than any run of backticks in it.
pub(super) fn code(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') || text.trim().is_empty() {
        " "
    } else {
        ""
    };
    format!("{fence}{pad}{text}{pad}{fence}")
}
