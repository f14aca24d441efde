//! What comes and goes around the bodies of an endpoint's calls: headers, the way, credentials.

use super::shape;
use crate::diff::change::Bump;
use crate::diff::kind::Kind;
use crate::diff::rust::{Rust, written_item};
use crate::ir::{Api, Endpoint};

impl<'a> Rust<'a> {
    /// The headers of a success: no item of the crate names them, but code that asks for them by name does.
    pub(super) fn headers(&mut self, old: &'a Endpoint, new: &'a Endpoint) {
        let at = (&old.place, &new.place);
        let method = new.name.as_str();
        for one in &old.headers {
            let name = &one.name;
            let same = new
                .headers
                .iter()
                .find(|two| two.name.eq_ignore_ascii_case(name));
            match same {
                None => {
                    let message = format!(
                        "code that asks an answer of `Client::{method}` for its header `{name}` finds none"
                    );
                    self.add(Kind::ReplyHeaderChanged, Bump::Major, at, name, message);
                }
                Some(two) if !self.is_same_item(&one.ty, &two.ty) => {
                    let message = format!(
                        "the header `{name}` of answers of `Client::{method}` is `{}`, no longer `{}`; code that reads it gets another text",
                        written_item(self.new.api, &two.ty),
                        written_item(self.old.api, &one.ty)
                    );
                    self.add(Kind::ReplyHeaderChanged, Bump::Major, at, name, message);
                }
                Some(_) => {}
            }
        }
    }

    /// What a call sends without its caller's doing.
    pub(super) fn route(&mut self, old: &'a Endpoint, new: &'a Endpoint) {
        let at = (&old.place, &new.place);
        let method = new.name.as_str();
        let server =
            |endpoint: &Endpoint| endpoint.server.as_ref().map(|server| server.url.clone());
        let route = |endpoint: &Endpoint| {
            let (verb, path) = shape(endpoint);
            (verb, path, server(endpoint), endpoint.accept.clone())
        };
        if route(old) != route(new) {
            let message = format!(
                "`Client::{method}` sends its request elsewhere or asks for another media type"
            );
            self.add(Kind::SentDifferently, Bump::Patch, at, method, message);
        }
        let doors = |api: &Api, endpoint: &Endpoint| -> Vec<Vec<String>> {
            let each = endpoint.auth.iter();
            each.map(|all| {
                let schemes = all.iter().filter_map(|index| api.schemes.get(*index));
                schemes.map(|scheme| format!("{:?}", scheme.kind)).collect()
            })
            .collect()
        };
        let (was, is) = (doors(self.old.api, old), doors(self.new.api, new));
        let is_open = is.is_empty() || is.iter().any(Vec::is_empty);
        if was != is && !is_open {
            let message = format!("`Client::{method}` sends other credentials");
            self.add(Kind::SentDifferently, Bump::Patch, at, "security", message);
        }
    }
}
