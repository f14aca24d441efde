//! Words that callers read: documentation and deprecation.

use super::Rust;
use crate::diff::change::Bump;
use crate::diff::kind::Kind;
use crate::ir::{Docs, Endpoint, Field, Param, Shape, TypeDef};
use crate::source::Place;

/// Whether two texts differ for a reader. A schema's title is a label, and our own notes follow from
/// what the schema allows; neither is prose.
fn differs(old: &Docs, new: &Docs) -> bool {
    old.text != new.text || old.examples != new.examples || old.links != new.links
}

impl Rust<'_> {
    pub(super) fn type_prose(&mut self, old: &TypeDef, new: &TypeDef) {
        let at = (&old.place, &new.place);
        let name = new.name.as_str();
        self.prose(name, &old.docs, &new.docs, at);
        self.deprecation(name, (old.deprecated, new.deprecated), at);
        if let (Shape::Enum(one), Shape::Enum(two)) = (&old.shape, &new.shape) {
            for word in &one.words {
                let other = two.words.iter().find(|other| other.name == word.name);
                if let Some(other) = other {
                    let name = format!("{name}::{}", word.name);
                    self.prose(&name, &word.docs, &other.docs, at);
                    self.deprecation(&name, (word.deprecated, other.deprecated), at);
                }
            }
        }
    }

    pub(super) fn field_prose(&mut self, name: &str, old: &Field, new: &Field) {
        let at = (&old.place, &new.place);
        self.prose(name, &old.docs, &new.docs, at);
        self.deprecation(name, (old.deprecated, new.deprecated), at);
    }

    pub(super) fn param_prose(&mut self, name: &str, old: &Param, new: &Param) {
        let at = (&old.at, &new.at);
        self.prose(name, &old.docs, &new.docs, at);
        self.deprecation(name, (old.deprecated, new.deprecated), at);
    }

    pub(super) fn endpoint_prose(&mut self, old: &Endpoint, new: &Endpoint) {
        let at = (&old.place, &new.place);
        let name = new.name.as_str();
        if old.docs.title == new.docs.title {
            self.prose(name, &old.docs, &new.docs, at);
        } else {
            let message = format!("the documentation of `{name}` changed");
            self.add(Kind::DocsChanged, Bump::Patch, at, name, message);
        }
        self.deprecation(name, (old.deprecated, new.deprecated), at);
    }

    pub(super) fn prose(&mut self, name: &str, old: &Docs, new: &Docs, at: (&Place, &Place)) {
        if differs(old, new) {
            let message = format!("the documentation of `{name}` changed");
            self.add(Kind::DocsChanged, Bump::Patch, at, name, message);
        }
    }

    fn deprecation(&mut self, name: &str, (was, is): (bool, bool), at: (&Place, &Place)) {
        match (was, is) {
            (false, true) => {
                let message = format!("`{name}` is deprecated; code that uses it is warned");
                self.add(Kind::Deprecated, Bump::Minor, at, name, message);
            }
            (true, false) => {
                let message = format!("`{name}` is no longer deprecated");
                self.add(Kind::Undeprecated, Bump::Patch, at, name, message);
            }
            (true, true) | (false, false) => {}
        }
    }
}
