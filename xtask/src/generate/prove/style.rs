//! How values are written in parameters, headers and forms: OpenAPI's table of styles, read from the standard and
//! not from the client.

use generator::lower::json_line;
use generator::source::Node;

/// A value as it travels, before anything is percent-encoded.
pub(super) enum Written {
    /// Text in its place.
    Text(String),
    /// Names and their values.
    Pairs(Vec<(String, String)>),
}

/// What a style makes of a value; nothing where the standard says nothing of it: null, what is empty, and parts
/// within parts.
pub(super) fn written(name: &str, value: &Node, style: &str, explode: bool) -> Option<Written> {
    match value {
        Node::Null => None,
        Node::List(items) => {
            let items: Option<Vec<String>> = items.iter().map(scalar).collect();
            list(name, &items?, style, explode)
        }
        Node::Map(members) if style == "deepObject" => {
            let mut pairs = Vec::new();
            for (member, value) in members {
                deep(format!("{name}[{member}]"), value, &mut pairs)?;
            }
            filled(pairs)
        }
        Node::Map(members) => {
            let there = members.iter().filter(|(_, value)| *value != Node::Null);
            let members = there.map(|(name, value)| Some((name.to_string(), scalar(value)?)));
            let members: Option<Vec<(String, String)>> = members.collect();
            object(name, members?, style, explode)
        }
        value => {
            let text = scalar(value)?;
            Some(match style {
                "simple" => Written::Text(text),
                "label" => Written::Text(format!(".{text}")),
                "matrix" => Written::Text(matrix(name, &text)),
                _ => Written::Pairs(vec![(name.to_owned(), text)]),
            })
        }
    }
}

/// A value without parts.
pub(super) fn scalar(value: &Node) -> Option<String> {
    match value {
        Node::Str(text) => Some(text.to_string()),
        Node::Int(_) | Node::Number(_) | Node::Bool(_) => Some(json_line(value)),
        Node::Null | Node::List(_) | Node::Map(_) => None,
    }
}

fn list(name: &str, items: &[String], style: &str, explode: bool) -> Option<Written> {
    if items.is_empty() {
        return None;
    }
    let named = |glue: &str| Written::Pairs(vec![(name.to_owned(), items.join(glue))]);
    let each = || items.iter().map(|item| (name.to_owned(), item.clone()));
    Some(match (style, explode) {
        ("simple", _) => Written::Text(items.join(",")),
        ("label", true) => Written::Text(format!(".{}", items.join("."))),
        ("label", false) => Written::Text(format!(".{}", items.join(","))),
        ("matrix", true) => Written::Text(items.iter().map(|item| matrix(name, item)).collect()),
        ("matrix", false) => Written::Text(matrix(name, &items.join(","))),
        ("form" | "spaceDelimited" | "pipeDelimited", true) => Written::Pairs(each().collect()),
        ("form", false) => named(","),
        ("spaceDelimited", false) => named(" "),
        ("pipeDelimited", false) => named("|"),
        _ => return None,
    })
}

fn object(
    name: &str,
    members: Vec<(String, String)>,
    style: &str,
    explode: bool,
) -> Option<Written> {
    if members.is_empty() {
        return None;
    }
    let glued = |inner: &str, outer: &str| {
        let members = members.iter();
        let members = members.map(|(name, value)| format!("{name}{inner}{value}"));
        members.collect::<Vec<_>>().join(outer)
    };
    let named = |glue: &str| Written::Pairs(vec![(name.to_owned(), glued(glue, glue))]);
    Some(match (style, explode) {
        ("simple", true) => Written::Text(glued("=", ",")),
        ("simple", false) => Written::Text(glued(",", ",")),
        ("label", true) => Written::Text(format!(".{}", glued("=", "."))),
        ("label", false) => Written::Text(format!(".{}", glued(",", ","))),
        ("matrix", true) => {
            let each = members.iter().map(|(name, value)| matrix(name, value));
            Written::Text(each.collect())
        }
        ("matrix", false) => Written::Text(matrix(name, &glued(",", ","))),
        ("form" | "spaceDelimited" | "pipeDelimited", true) => Written::Pairs(members),
        ("form", false) => named(","),
        ("spaceDelimited", false) => named(" "),
        ("pipeDelimited", false) => named("|"),
        _ => return None,
    })
}

/// The pairs of `deepObject`; of lists in it the standard says nothing.
fn deep(name: String, value: &Node, pairs: &mut Vec<(String, String)>) -> Option<()> {
    match value {
        Node::Null => {}
        Node::Map(members) => {
            for (member, value) in members {
                deep(format!("{name}[{member}]"), value, pairs)?;
            }
        }
        value => pairs.push((name, scalar(value)?)),
    }
    Some(())
}

fn filled(pairs: Vec<(String, String)>) -> Option<Written> {
    (!pairs.is_empty()).then_some(Written::Pairs(pairs))
}

fn matrix(name: &str, value: &str) -> String {
    if value.is_empty() {
        format!(";{name}")
    } else {
        format!(";{name}={value}")
    }
}
