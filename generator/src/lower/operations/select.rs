//! Which operations are wanted: `tag:Chats`, `POST:/chat`, or an operationId.

use super::find::Found;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::MethodName;
use crate::lower::context::Context;
use crate::nearest::nearest;
use std::fmt;
use std::str::FromStr;

/// A choice of operations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selector {
    /// Those with this tag: `tag:Chats`.
    Tag(String),
    /// The one of this method and path: `POST:/chat`.
    Route(String, String),
    /// The one of this operationId, or of this method on the client.
    Name(String),
}

impl FromStr for Selector {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(match text.split_once(':') {
            Some(("tag", tag)) => Self::Tag(tag.to_owned()),
            Some((verb, path)) if path.starts_with('/') => {
                Self::Route(verb.to_ascii_uppercase(), path.to_owned())
            }
            _ => Self::Name(text.to_owned()),
        })
    }
}

impl fmt::Display for Selector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tag(tag) => write!(f, "tag:{tag}"),
            Self::Route(verb, path) => write!(f, "{verb}:{path}"),
            Self::Name(name) => f.write_str(name),
        }
    }
}

impl Selector {
    fn takes(&self, found: &Found<'_>, name: &MethodName) -> bool {
        match self {
            Self::Tag(tag) => found.words.tags.contains(tag),
            Self::Route(verb, path) => {
                format!("{:?}", found.verb).eq_ignore_ascii_case(verb) && found.path == path
            }
            Self::Name(wanted) => found.id() == Some(wanted) || name.as_str() == wanted,
        }
    }
}

/// Leaves what is wanted; a choice that takes nothing is an error.
pub(super) fn select<'d>(
    cx: &mut Context<'_>,
    all: Vec<(Found<'d>, MethodName)>,
) -> Vec<(Found<'d>, MethodName)> {
    let only = &cx.options.only;
    if only.is_empty() {
        return all;
    }
    for selector in only {
        if !all.iter().any(|(found, name)| selector.takes(found, name)) {
            let message = format!("no operation is `{selector}`");
            let near = near(selector, &all);
            let help = near.map_or_else(
                || "write `tag:NAME`, `VERB:/path` or an operationId".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            let place = cx.document.root().place;
            cx.report
                .push(Diagnostic::error(Code::Selector, place, message).help(help));
        }
    }
    all.into_iter()
        .filter(|(found, name)| only.iter().any(|selector| selector.takes(found, name)))
        .collect()
}

/// What was probably meant.
fn near(selector: &Selector, all: &[(Found<'_>, MethodName)]) -> Option<String> {
    let known: Vec<String> = all
        .iter()
        .flat_map(|(found, name)| match selector {
            Selector::Tag(_) => found
                .words
                .tags
                .iter()
                .map(|tag| format!("tag:{tag}"))
                .collect::<Vec<_>>(),
            Selector::Route(..) => {
                vec![format!(
                    "{}:{}",
                    format!("{:?}", found.verb).to_uppercase(),
                    found.path
                )]
            }
            Selector::Name(_) => found
                .id()
                .map(str::to_owned)
                .into_iter()
                .chain([name.as_str().to_owned()])
                .collect(),
        })
        .collect();
    nearest(&selector.to_string(), known.iter().map(String::as_str)).map(str::to_owned)
}
