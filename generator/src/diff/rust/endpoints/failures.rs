//! What failures of an endpoint's calls bring.

use crate::diff::change::Bump;
use crate::diff::kind::Kind;
use crate::diff::rust::{Rust, written_item};
use crate::ir::{Api, Endpoint, Failure, Item};

impl<'a> Rust<'a> {
    pub(super) fn failures(&mut self, old: &'a Endpoint, new: &'a Endpoint) {
        let at = (&old.place, &new.place);
        let method = new.name.as_str();
        let (one, two) = (form(&old.failures), form(&new.failures));
        match (one, two) {
            (Form::None, Form::None) => {}
            (Form::One(a), Form::One(b)) if self.is_same_item(a, b) => {}
            (Form::ByStatus, Form::ByStatus) => self.failure_cases(old, new),
            (one, two) => {
                let say = |api: &Api, form: &Form<'_>| match form {
                    Form::None => "nothing typed".to_owned(),
                    Form::One(item) => format!("`{}`", written_item(api, item)),
                    Form::ByStatus => "an enum by status".to_owned(),
                };
                let (was, is) = (say(self.old.api, &one), say(self.new.api, &two));
                let bump = if matches!(one, Form::None) {
                    Bump::Minor
                } else {
                    Bump::Major
                };
                let message = format!(
                    "failures changed: those of `Client::{method}` bring {is}, no longer {was}"
                );
                self.add(Kind::FailureChanged, bump, at, "failure", message);
            }
        }
        let prose = |endpoint: &Endpoint| -> Vec<Option<String>> {
            endpoint
                .failures
                .iter()
                .map(|failure| failure.description.clone())
                .collect()
        };
        if old.failures.len() == new.failures.len() && prose(old) != prose(new) {
            let message = format!("the documentation of `{method}` changed");
            self.add(Kind::DocsChanged, Bump::Patch, at, method, message);
        }
    }

    fn failure_cases(&mut self, old: &'a Endpoint, new: &'a Endpoint) {
        let at = (&old.place, &new.place);
        let method = new.name.as_str();
        for one in &old.failures {
            let same = new.failures.iter().find(|two| two.status == one.status);
            let subject = one.status.to_string();
            match same {
                None => {
                    let message = format!(
                        "enum variant removed: the failure {} of `Client::{method}` is gone",
                        one.status
                    );
                    self.add(Kind::VariantRemoved, Bump::Major, at, &subject, message);
                }
                Some(two) => {
                    let same = match (&one.ty, &two.ty) {
                        (Some(a), Some(b)) => self.is_same_item(a, b),
                        (None, None) => true,
                        _ => false,
                    };
                    if !same {
                        let message = format!(
                            "enum variant changed: the failure {} of `Client::{method}` holds something else",
                            one.status
                        );
                        self.add(Kind::VariantChanged, Bump::Major, at, &subject, message);
                    }
                }
            }
        }
        for two in &new.failures {
            if !old.failures.iter().any(|one| one.status == two.status) {
                let message = format!(
                    "enum variant added: the failure {} of `Client::{method}`",
                    two.status
                );
                let subject = two.status.to_string();
                self.add(Kind::VariantAdded, Bump::Minor, at, &subject, message);
            }
        }
    }
}

/// How failures are told.
enum Form<'e> {
    None,
    One(&'e Item),
    ByStatus,
}

fn form(failures: &[Failure]) -> Form<'_> {
    let mut bodies = failures.iter().filter_map(|failure| failure.ty.as_ref());
    let Some(first) = bodies.next() else {
        return Form::None;
    };
    if bodies.all(|body| body == first) && failures.iter().all(|failure| failure.ty.is_some()) {
        Form::One(first)
    } else {
        Form::ByStatus
    }
}
