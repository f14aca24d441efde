//! How a type that is written inline gets its name: after its place.

use crate::ir::{FileStem, TypeName};
use crate::source::{Document, FileId, Place};
use std::rc::Rc;

/// The words of a name to be, and the file the type goes to.
#[derive(Debug, Clone)]
pub(super) struct Hint {
    /// The words with spaces between them.
    words: String,
    file: Rc<str>,
    /// Whether the file is that of a component schema.
    is_schema: bool,
}

impl Hint {
    /// The hint of what a component or an endpoint is called.
    pub(super) fn root(name: &str) -> Self {
        Self {
            words: name.to_owned(),
            file: name.into(),
            is_schema: false,
        }
    }

    /// The hint of something inside.
    pub(super) fn child(&self, word: &str) -> Self {
        Self {
            words: format!("{} {word}", self.words),
            file: Rc::clone(&self.file),
            is_schema: self.is_schema,
        }
    }

    /// The hint of what is written inline in another component schema than this one, from where it
    /// was come by: who declares a type names it, so that the name is the same whoever comes first.
    /// `None` where a choice lies between, whose branches are called after what is in them.
    pub(super) fn of_declarer(&self, place: &Place) -> Option<Self> {
        let mut tokens = place.pointer.tokens();
        let (Some("components"), Some("schemas")) = (tokens.next(), tokens.next()) else {
            return None;
        };
        let name = tokens.next()?;
        if self.is_schema && *name == *self.file {
            return None;
        }
        let mut hint = Self {
            is_schema: true,
            ..Self::root(name)
        };
        let mut inside = false;
        while let Some(token) = tokens.next() {
            match token {
                "allOf" => drop(tokens.next()),
                "properties" => (hint, inside) = (hint.child(tokens.next()?), true),
                "items" => (hint, inside) = (hint.child("item"), true),
                "additionalProperties" => (hint, inside) = (hint.child("value"), true),
                _ => return None,
            }
        }
        inside.then_some(hint)
    }

    /// The hint of the target of a reference.
    pub(super) fn of_place(document: &Document, place: &Place) -> Self {
        let tokens: Vec<&str> = place.pointer.tokens().collect();
        let (root, rest): (String, &[&str]) = match &tokens[..] {
            ["components", _, name, rest @ ..] | ["$defs" | "definitions", name, rest @ ..] => {
                ((*name).to_owned(), rest)
            }
            ["paths", path, rest @ ..] => ((*path).to_owned(), rest),
            [] => (stem(document, place.file), &[]),
            [rest @ .., last] if place.file != FileId::ROOT && rest.len() < 2 => {
                ((*last).to_owned(), &[])
            }
            [first, rest @ ..] => ((*first).to_owned(), rest),
        };
        let skipped = [
            "properties",
            "schema",
            "content",
            "responses",
            "allOf",
            "oneOf",
            "anyOf",
            "$defs",
            "definitions",
            "schemas",
        ];
        let is_schema = matches!(tokens[..], ["components", "schemas", ..]);
        let root = Self {
            is_schema,
            ..Self::root(&root)
        };
        rest.iter()
            .filter(|token| !skipped.contains(*token))
            .fold(root, |hint, token| {
                hint.child(match *token {
                    "items" => "item",
                    "additionalProperties" => "value",
                    token => token,
                })
            })
    }

    pub(super) fn type_name(&self) -> TypeName {
        TypeName::new(&self.words)
    }

    pub(super) fn file(&self) -> FileStem {
        FileStem::new(&self.file)
    }
}

fn stem(document: &Document, file: FileId) -> String {
    let name = document.name(file);
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    last.split('.').next().unwrap_or(last).to_owned()
}
