//! JSONPath (RFC 9535) over a tree.

use foldhash::HashSet;

use jsonpath_rust::query::js_path;
use jsonpath_rust::query::queryable::Queryable;

use crate::pointer::Pointer;
use crate::source::Node;

/// The places of the nodes that a JSONPath selects, each once, in document order.
pub(super) fn find(root: &Node, path: &str) -> Result<Vec<Pointer>, String> {
    let selected = js_path(path, root).map_err(|error| in_one_line(&error.to_string()))?;
    // The nodes are told apart by where they are in memory, not by what they hold.
    let selected: HashSet<*const Node> = selected
        .into_iter()
        .map(|found| std::ptr::from_ref(found.val))
        .collect();
    let mut places = Vec::with_capacity(selected.len());
    if !selected.is_empty() {
        collect(root, &Pointer::root(), &selected, &mut places);
    }
    Ok(places)
}

/// The parser draws its message over several lines; the column and the reason are kept.
fn in_one_line(drawing: &str) -> String {
    let column = drawing
        .lines()
        .find_map(|line| line.split_once("--> 1:"))
        .map(|(_, column)| column.trim());
    let reason = drawing
        .lines()
        .find_map(|line| line.trim_start().strip_prefix("= "));
    match (column, reason) {
        (Some(column), Some(reason)) => format!("{reason} at character {column}"),
        _ => drawing.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

fn collect(
    node: &Node,
    here: &Pointer,
    selected: &HashSet<*const Node>,
    places: &mut Vec<Pointer>,
) {
    if selected.contains(&std::ptr::from_ref(node)) {
        places.push(here.clone());
    }
    for (key, member) in node.members() {
        collect(member, &here.child(key.clone()), selected, places);
    }
    for (index, element) in node.elements().iter().enumerate() {
        collect(element, &here.child(index.to_string()), selected, places);
    }
}

impl Queryable for Node {
    fn get(&self, key: &str) -> Option<&Self> {
        self.get(key)
    }

    fn as_array(&self) -> Option<&Vec<Self>> {
        match self {
            Self::List(elements) => Some(elements),
            _ => None,
        }
    }

    fn as_object(&self) -> Option<Vec<(&str, &Self)>> {
        match self {
            Self::Map(members) => Some(members.iter().map(|(key, node)| (&**key, node)).collect()),
            _ => None,
        }
    }

    fn as_str(&self) -> Option<&str> {
        self.as_str()
    }

    fn as_i64(&self) -> Option<i64> {
        self.as_int().and_then(|value| value.try_into().ok())
    }

    fn as_f64(&self) -> Option<f64> {
        self.as_f64()
    }

    fn as_bool(&self) -> Option<bool> {
        self.as_bool()
    }

    fn null() -> Self {
        Self::Null
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Self::Str(text.into())
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Str(text.into())
    }
}

impl From<bool> for Node {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<i64> for Node {
    fn from(value: i64) -> Self {
        Self::Int(value.into())
    }
}

impl From<f64> for Node {
    fn from(value: f64) -> Self {
        Self::Number(value.to_string().into())
    }
}

impl From<Vec<Node>> for Node {
    fn from(elements: Vec<Node>) -> Self {
        Self::List(elements)
    }
}
