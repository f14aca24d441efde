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
}

impl Hint {
    /// The hint of what a component or an endpoint is called.
    pub(super) fn root(name: &str) -> Self {
        Self {
            words: name.to_owned(),
            file: name.into(),
        }
    }

    /// The hint of something inside.
    pub(super) fn child(&self, word: &str) -> Self {
        Self {
            words: [&self.words, " ", word].concat(),
            file: Rc::clone(&self.file),
        }
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
        rest.iter().filter(|token| !skipped.contains(*token)).fold(
            Self::root(&root),
            |hint, token| {
                hint.child(match *token {
                    "items" => "item",
                    "additionalProperties" => "value",
                    token => token,
                })
            },
        )
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
