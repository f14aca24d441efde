//! How values are written in parameters, headers and forms: OpenAPI's table of styles, read from the standard and
//! not from the client.

use generator::lower::json_line;
use generator::source::Node;
use serde_json::{Value, json};

/// A value as it travels, before anything is percent-encoded.
pub(super) enum Written {
    /// Text in its place.
    Text(Text),
    /// Names and their values.
    Pairs(Vec<(String, Text)>),
}

/// A text; of an object the order of the members means nothing.
pub(super) enum Text {
    Plain(String),
    Object {
        /// What stands in front of the members.
        prefix: String,
        /// What stands between them.
        glue: &'static str,
        /// Each with its name, `x=1`, or `x,1` where the glue stands between those, too.
        members: Vec<String>,
    },
}

impl Text {
    /// The text with the members in their order.
    pub(super) fn plain(self) -> String {
        match self {
            Self::Plain(text) => text,
            Self::Object {
                prefix,
                glue,
                members,
            } => prefix + &members.join(glue),
        }
    }

    /// The text as the judge reads it.
    pub(super) fn json(&self) -> Value {
        match self {
            Self::Plain(text) => json!(text),
            Self::Object {
                prefix,
                glue,
                members,
            } => json!({ "prefix": prefix, "glue": glue, "members": members }),
        }
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::Plain(text)
    }
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
                "simple" => Written::Text(text.into()),
                "label" => Written::Text(format!(".{text}").into()),
                "matrix" => Written::Text(matrix(name, &text).into()),
                _ => Written::Pairs(vec![(name.to_owned(), text.into())]),
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
    let text = |text: String| Written::Text(text.into());
    let named = |glue: &str| Written::Pairs(vec![(name.to_owned(), items.join(glue).into())]);
    let each = || {
        let items = items.iter();
        items.map(|item| (name.to_owned(), item.clone().into()))
    };
    Some(match (style, explode) {
        ("simple", _) => text(items.join(",")),
        ("label", true) => text(format!(".{}", items.join("."))),
        ("label", false) => text(format!(".{}", items.join(","))),
        ("matrix", true) => text(items.iter().map(|item| matrix(name, item)).collect()),
        ("matrix", false) => text(matrix(name, &items.join(","))),
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
    let glued = |prefix: String, inner: &str, glue: &'static str| {
        let members = members.iter();
        let members = members.map(|(name, value)| format!("{name}{inner}{value}"));
        let members = members.collect();
        Text::Object {
            prefix,
            glue,
            members,
        }
    };
    let text = |prefix: &str, inner: &str, glue: &'static str| {
        Written::Text(glued(prefix.to_owned(), inner, glue))
    };
    let named = |glue: &'static str| {
        let value = glued(String::new(), glue, glue);
        Written::Pairs(vec![(name.to_owned(), value)])
    };
    Some(match (style, explode) {
        ("simple", true) => text("", "=", ","),
        ("simple", false) => text("", ",", ","),
        ("label", true) => text(".", "=", "."),
        ("label", false) => text(".", ",", ","),
        ("matrix", true) => text(";", "=", ";"),
        ("matrix", false) => text(&format!(";{name}="), ",", ","),
        ("form" | "spaceDelimited" | "pipeDelimited", true) => {
            let members = members.into_iter();
            Written::Pairs(members.map(|(name, value)| (name, value.into())).collect())
        }
        ("form", false) => named(","),
        ("spaceDelimited", false) => named(" "),
        ("pipeDelimited", false) => named("|"),
        _ => return None,
    })
}

/// The pairs of `deepObject`; of lists in it the standard says nothing.
fn deep(name: String, value: &Node, pairs: &mut Vec<(String, Text)>) -> Option<()> {
    match value {
        Node::Null => {}
        Node::Map(members) => {
            for (member, value) in members {
                deep(format!("{name}[{member}]"), value, pairs)?;
            }
        }
        value => pairs.push((name, scalar(value)?.into())),
    }
    Some(())
}

fn filled(pairs: Vec<(String, Text)>) -> Option<Written> {
    (!pairs.is_empty()).then_some(Written::Pairs(pairs))
}

fn matrix(name: &str, value: &str) -> String {
    if value.is_empty() {
        format!(";{name}")
    } else {
        format!(";{name}={value}")
    }
}
