//! The optional parameters of an endpoint, which are setters of its calls, and how all of them are written.

use super::{is_wider, sent_name};
use crate::diff::change::Bump;
use crate::diff::kind::Kind;
use crate::diff::rust::{Rust, written_item};
use crate::ir::{Endpoint, Param};

impl<'a> Rust<'a> {
    pub(super) fn options(&mut self, old: &'a Endpoint, new: &'a Endpoint) {
        for one in optional(old) {
            match named(new, one) {
                None => self.option_removed(one, new),
                Some(two) if two.required || self.is_same_item(&one.ty, &two.ty) => {}
                Some(two) => self.option_changed(new.name.as_str(), one, two),
            }
        }
        for two in optional(new) {
            if named(old, two).is_none_or(|one| one.required) {
                self.option_added(old, two, new);
            }
        }
        for one in &old.params {
            if let Some(two) = named(new, one) {
                self.writing(new.name.as_str(), one, two);
            }
        }
    }

    fn option_removed(&mut self, one: &Param, new: &Endpoint) {
        let (name, method) = (&one.name, new.name.as_str());
        let message = format!(
            "setter removed: `{name}` of the call `{method}` is gone; code that calls it no longer compiles"
        );
        let at = (&one.at, &new.place);
        self.add(Kind::OptionRemoved, Bump::Major, at, name.wire(), message);
    }

    fn option_changed(&mut self, method: &str, one: &Param, two: &Param) {
        let name = &one.name;
        let message = format!(
            "setter changed: `{name}` of the call `{method}` takes `{}`, no longer `{}`",
            written_item(self.new.api, &two.ty),
            written_item(self.old.api, &one.ty)
        );
        let bump = if is_wider(&one.ty, &two.ty) {
            Bump::Minor
        } else {
            Bump::Major
        };
        let at = (&one.at, &two.at);
        self.add(Kind::OptionChanged, bump, at, name.wire(), message);
    }

    fn option_added(&mut self, old: &Endpoint, two: &Param, new: &Endpoint) {
        let (name, method) = (&two.name, new.name.as_str());
        let message = format!("setter added: `{name}` of the call `{method}`");
        let at = (&old.place, &two.at);
        self.add(Kind::OptionAdded, Bump::Minor, at, name.wire(), message);
    }

    /// How a parameter is written, and what is said of it.
    fn writing(&mut self, method: &str, one: &Param, two: &Param) {
        if form(one) != form(two) {
            let message = format!(
                "`{}` of the call `{method}` is written differently",
                two.name
            );
            let (at, name) = ((&one.at, &two.at), two.name.wire());
            self.add(Kind::SentDifferently, Bump::Patch, at, name, message);
        }
        let name = format!("{method}: {}", two.name);
        self.param_prose(&name, one, two);
    }
}

fn optional(endpoint: &Endpoint) -> impl Iterator<Item = &Param> {
    endpoint.params.iter().filter(|param| !param.required)
}

/// The parameter of an endpoint that has the Rust name of another one.
fn named<'e>(endpoint: &'e Endpoint, param: &Param) -> Option<&'e Param> {
    let mut params = endpoint.params.iter();
    params.find(|other| other.name.as_str() == param.name.as_str())
}

fn form(param: &Param) -> impl PartialEq + use<> {
    let name = sent_name(param);
    (
        param.place,
        param.style,
        param.explode,
        param.reserved,
        name,
    )
}
