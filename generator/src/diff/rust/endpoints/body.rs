//! What the methods of an endpoint send.

use crate::diff::change::Bump;
use crate::diff::kind::Kind;
use crate::diff::rust::{Rust, written, written_item};
use crate::ir::{Api, Body, BodyKind, Endpoint};
use crate::source::Place;

impl<'a> Rust<'a> {
    pub(super) fn bodies(&mut self, old: &'a Endpoint, new: &'a Endpoint) {
        let at = (&old.place, &new.place);
        let method = new.name.as_str();
        let takes = match (old.bodies.first(), new.bodies.first()) {
            (None, None) => return,
            (None, Some(body)) => format!("`{}`", body_type(self.new.api, body)),
            (Some(_), None) => "no body".to_owned(),
            (Some(_), Some(_)) => {
                for one in &old.bodies {
                    let same = new.bodies.iter().find(|two| two.suffix == one.suffix);
                    if let Some(two) = same {
                        self.body(method, one, two, at);
                    }
                }
                return;
            }
        };
        let message = format!("arguments changed: `Client::{method}` takes {takes}");
        let kind = Kind::ArgumentsChanged;
        self.add(kind, Bump::Major, at, "requestBody", message);
    }

    fn body(&mut self, method: &str, one: &Body, two: &Body, at: (&Place, &Place)) {
        let same = one.required == two.required
            && match (&one.kind, &two.kind) {
                (BodyKind::Json(a), BodyKind::Json(b)) => self.is_same_item(a, b),
                (
                    BodyKind::Form(a, _) | BodyKind::Multipart(a, _),
                    BodyKind::Form(b, _) | BodyKind::Multipart(b, _),
                ) => self.is_same(a, b),
                (BodyKind::Text, BodyKind::Text) | (BodyKind::Bytes, BodyKind::Bytes) => true,
                _ => false,
            };
        if !same {
            let message = format!(
                "arguments changed: `Client::{method}` takes `{}`, no longer `{}`",
                body_type(self.new.api, two),
                body_type(self.old.api, one)
            );
            self.add(
                Kind::ArgumentsChanged,
                Bump::Major,
                at,
                "requestBody",
                message,
            );
        } else if one.media != two.media {
            let message = format!("`Client::{method}` sends `{}`", two.media);
            self.add(
                Kind::SentDifferently,
                Bump::Patch,
                at,
                "requestBody",
                message,
            );
        }
        self.prose(method, &one.docs, &two.docs, at);
    }
}

fn body_type(api: &Api, body: &Body) -> String {
    let ty = match &body.kind {
        BodyKind::Json(item) => written_item(api, item),
        BodyKind::Form(ty, _) | BodyKind::Multipart(ty, _) => written(api, ty),
        BodyKind::Text => "String".to_owned(),
        BodyKind::Bytes => "Bytes".to_owned(),
    };
    if body.required {
        ty
    } else {
        format!("Option<{ty}>")
    }
}
