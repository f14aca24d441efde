//! The required parameters of an endpoint, which are arguments of its methods.

use super::{is_wider, sent_name};
use crate::diff::change::Bump;
use crate::diff::kind::Kind;
use crate::diff::rust::{Rust, written_item};
use crate::ir::{Api, Endpoint, Param, ParamPlace};

impl<'a> Rust<'a> {
    pub(super) fn arguments(&mut self, old: &'a Endpoint, new: &'a Endpoint) {
        let (before, after) = (required(old), required(new));
        let same = before.len() == after.len()
            && before.iter().zip(&after).all(|(one, two)| {
                is_same_argument(one, two)
                    && (self.is_same_item(&one.ty, &two.ty) || is_wider(&one.ty, &two.ty))
            });
        if !same {
            return self.other_arguments((old, &before), (new, &after));
        }
        for (one, two) in before.iter().zip(&after) {
            if !self.is_same_item(&one.ty, &two.ty) {
                self.wider_argument(new.name.as_str(), one, two);
            }
        }
    }

    fn other_arguments(
        &mut self,
        (old, before): (&'a Endpoint, &[&'a Param]),
        (new, after): (&'a Endpoint, &[&'a Param]),
    ) {
        let method = new.name.as_str();
        let message = format!(
            "arguments changed: `Client::{method}` takes ({}), no longer ({})",
            signature(self.new.api, after),
            signature(self.old.api, before)
        );
        let come = after.iter().find(|two| {
            let mut same = before.iter();
            !same.any(|one| one.name.wire() == two.name.wire() && one.ty == two.ty)
        });
        let gone = before.iter().find(|one| {
            let mut same = after.iter();
            !same.any(|two| one.name.wire() == two.name.wire())
        });
        let places = (
            gone.map_or(&old.place, |param| &param.at),
            come.map_or(&new.place, |param| &param.at),
        );
        let subject = come.or(gone).map_or(method, |param| param.name.wire());
        let mut pairs = before.iter().zip(after);
        let compiles = before.len() == after.len()
            && pairs.all(|(one, two)| self.is_same_item(&one.ty, &two.ty));
        let kind = if compiles {
            Kind::ArgumentReplaced
        } else {
            Kind::ArgumentsChanged
        };
        self.add(kind, Bump::Major, places, subject, message);
    }

    fn wider_argument(&mut self, method: &str, one: &Param, two: &Param) {
        let message = format!(
            "arguments changed: `{}` of `Client::{method}` is `{}`, no longer `{}`; numbers that fitted still fit",
            two.name,
            written_item(self.new.api, &two.ty),
            written_item(self.old.api, &one.ty)
        );
        let (at, name) = ((&one.at, &two.at), two.name.wire());
        self.add(Kind::ArgumentsChanged, Bump::Minor, at, name, message);
    }
}

fn required(endpoint: &Endpoint) -> Vec<&Param> {
    let params = endpoint.params.iter();
    params.filter(|param| param.required).collect()
}

fn signature(api: &Api, params: &[&Param]) -> String {
    let each = params.iter();
    let each = each.map(|param| format!("{}: {}", param.name, written_item(api, &param.ty)));
    each.collect::<Vec<_>>().join(", ")
}

/// Whether what callers give for one parameter is sent as the other: a part of the path is called by its
/// position, every other one by its name.
fn is_same_argument(one: &Param, two: &Param) -> bool {
    let is_path = |param: &Param| param.place == ParamPlace::Path;
    is_path(one) && is_path(two) || sent_name(one) == sent_name(two)
}
