//! The operations of a document, and which operation of one side is which of the other.

use super::side::Side;
use crate::source::{Node, Site};

/// HTTP methods as path items name them.
pub(super) const VERBS: [&str; 9] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

/// One operation.
#[derive(Debug, Clone)]
pub(super) struct Operation<'a> {
    /// How reports call it: `POST /chat`.
    pub label: String,
    pub path: &'a str,
    pub verb: &'static str,
    pub site: Site<'a>,
    pub item: Site<'a>,
    pub id: Option<&'a str>,
    /// Whether the server calls the client: a webhook or a callback.
    pub reversed: bool,
}

/// Every operation of a document, webhooks and callbacks last.
pub(super) fn all(from: Side<'_>) -> Vec<Operation<'_>> {
    let mut found = Vec::new();
    for (section, reversed) in [("paths", false), ("webhooks", true)] {
        for (path, item) in from.root().get(section).iter().flat_map(Site::members) {
            if !path.starts_with("x-") {
                of_item(from, path, item, "", reversed, &mut found);
            }
        }
    }
    let callers = found.clone();
    for caller in &callers {
        for (name, callback) in caller.site.get("callbacks").iter().flat_map(Site::members) {
            let prefix = format!("{} callback {name} ", caller.label);
            for (path, item) in from.follow(callback).members() {
                of_item(from, path, item, &prefix, !caller.reversed, &mut found);
            }
        }
    }
    found
}

fn of_item<'a>(
    from: Side<'a>,
    path: &'a str,
    item: Site<'a>,
    prefix: &str,
    reversed: bool,
    found: &mut Vec<Operation<'a>>,
) {
    let item = from.follow(item);
    for verb in VERBS {
        let Some(site) = item
            .get(verb)
            .filter(|site| matches!(site.node, Node::Map(_)))
        else {
            continue;
        };
        found.push(Operation {
            label: format!("{prefix}{} {path}", verb.to_uppercase()),
            path,
            verb,
            id: site.node.get("operationId").and_then(Node::as_str),
            site,
            item: item.clone(),
            reversed,
        });
    }
}

/// Which operations are the same on both sides.
#[derive(Debug, Default)]
pub(super) struct Pairing {
    /// Indices into the old and the new operations.
    pub kept: Vec<(usize, usize)>,
    pub removed: Vec<usize>,
    pub added: Vec<usize>,
}

/// Pairs operations by path and method, then by the shape of the path, then by `operationId`.
pub(super) fn pair(old: &[Operation<'_>], new: &[Operation<'_>]) -> Pairing {
    let mut kept = vec![None; old.len()];
    let mut taken = vec![false; new.len()];
    let keys: [fn(&Operation<'_>) -> Option<String>; 3] = [
        |operation| Some(operation.label.clone()),
        |operation| Some(format!("{} {}", operation.verb, shape(&operation.label))),
        |operation| Some(format!("{} {}", operation.reversed, operation.id?)),
    ];
    for key in keys {
        let mut index = std::collections::HashMap::new();
        for (at, operation) in new.iter().enumerate().filter(|(at, _)| !taken[*at]) {
            if let Some(key) = key(operation) {
                index.entry(key).or_insert(at);
            }
        }
        for (at, operation) in old.iter().enumerate() {
            if kept[at].is_none()
                && let Some(key) = key(operation)
                && let Some(other) = index.remove(&key)
            {
                kept[at] = Some(other);
                taken[other] = true;
            }
        }
    }
    Pairing {
        kept: kept
            .iter()
            .enumerate()
            .filter_map(|(at, other)| Some((at, (*other)?)))
            .collect(),
        removed: (0..old.len()).filter(|at| kept[*at].is_none()).collect(),
        added: (0..new.len()).filter(|at| !taken[*at]).collect(),
    }
}

/// A path without the names of its variables.
pub(super) fn shape(path: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for char in path.chars() {
        match char {
            '{' => {
                inside = true;
                out.push_str("{}");
            }
            '}' => inside = false,
            char if !inside => out.push(char),
            _ => {}
        }
    }
    out
}

/// The variables of a path in their order.
pub(super) fn variables(path: &str) -> Vec<&str> {
    path.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
        .collect()
}
