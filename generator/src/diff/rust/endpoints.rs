//! Endpoints compared: methods, their arguments and setters, and what they bring.

use super::{Rust, counterpart, fields, written_item};
use crate::diff::change::Bump;
use crate::diff::kind::Kind;
use crate::ir::{
    Api, Body, BodyKind, Endpoint, Failure, Item, Param, ParamPlace, Reply, StreamHalf, Type,
};
use crate::source::Place;

/// A method on the client.
struct Method {
    name: String,
    streams: bool,
    suffix: String,
}

fn methods(endpoint: &Endpoint) -> Vec<Method> {
    let suffixes: Vec<&str> = if endpoint.bodies.is_empty() {
        vec![""]
    } else {
        endpoint
            .bodies
            .iter()
            .map(|body| body.suffix.as_str())
            .collect()
    };
    let mut found = Vec::new();
    for suffix in suffixes {
        let name = |base: &str| match suffix {
            "" => base.to_owned(),
            suffix => format!("{base}_{suffix}"),
        };
        if !matches!(endpoint.reply, Reply::Stream(_)) {
            found.push(Method {
                name: name(endpoint.name.as_str()),
                streams: false,
                suffix: suffix.to_owned(),
            });
        }
        if let Some(half) = endpoint.stream() {
            found.push(Method {
                name: name(half.name.as_str()),
                streams: true,
                suffix: suffix.to_owned(),
            });
        }
    }
    found
}

impl<'a> Rust<'a> {
    pub(super) fn endpoints(&mut self) {
        let (old, new) = (self.old, self.new);
        let mut free: Vec<&'a Endpoint> = new.api.endpoints().collect();
        let mut lost = Vec::new();
        let mut pairs = Vec::new();
        for one in old.api.endpoints() {
            match free.iter().position(|two| shape(two) == shape(one)) {
                Some(at) => pairs.push((one, free.remove(at))),
                None => lost.push(one),
            }
        }
        for one in lost {
            match free
                .iter()
                .position(|two| two.name.as_str() == one.name.as_str())
            {
                Some(at) => pairs.push((one, free.remove(at))),
                None => self.removed(one),
            }
        }
        for (one, two) in pairs {
            self.endpoint(one, two);
        }
        for two in free {
            self.added(two);
        }
    }

    fn removed(&mut self, endpoint: &'a Endpoint) {
        let at = counterpart(self.new.document, &endpoint.place);
        for method in methods(endpoint) {
            let message = format!(
                "method removed: `Client::{}` is gone; code that calls it no longer compiles",
                method.name
            );
            self.add(
                Kind::MethodRemoved,
                Bump::Major,
                (&endpoint.place, &at),
                &method.name,
                message,
            );
        }
    }

    fn added(&mut self, endpoint: &'a Endpoint) {
        let at = counterpart(self.old.document, &endpoint.place);
        for method in methods(endpoint) {
            let message = format!("method added: `Client::{}`", method.name);
            self.add(
                Kind::MethodAdded,
                Bump::Minor,
                (&at, &endpoint.place),
                &method.name,
                message,
            );
        }
    }

    fn endpoint(&mut self, old: &'a Endpoint, new: &'a Endpoint) {
        let at = (&old.place, &new.place);
        let mut after = methods(new);
        for method in methods(old) {
            let same = after.iter().position(|other| {
                (other.streams, &other.suffix) == (method.streams, &method.suffix)
            });
            match same.map(|index| after.remove(index)) {
                Some(other) if other.name == method.name => {}
                Some(other) => {
                    let message = format!(
                        "method renamed: `Client::{}` is `Client::{}` now; code that calls it no longer compiles",
                        method.name, other.name
                    );
                    self.add(Kind::MethodRenamed, Bump::Major, at, &method.name, message);
                }
                None => {
                    let message = format!(
                        "method removed: `Client::{}` is gone; code that calls it no longer compiles",
                        method.name
                    );
                    let subject = if method.streams {
                        "event-stream"
                    } else {
                        "json"
                    };
                    self.add(Kind::MethodRemoved, Bump::Major, at, subject, message);
                }
            }
        }
        for method in after {
            let message = format!("method added: `Client::{}`", method.name);
            let subject = if method.streams {
                "event-stream"
            } else {
                "json"
            };
            self.add(Kind::MethodAdded, Bump::Minor, at, subject, message);
        }
        self.params(old, new);
        self.bodies(old, new);
        self.replies(old, new);
        self.failures(old, new);
        self.headers(old, new);
        self.route(old, new);
        self.endpoint_prose(old, new);
    }

    fn params(&mut self, old: &'a Endpoint, new: &'a Endpoint) {
        let method = new.name.as_str();
        let required = |endpoint: &'a Endpoint| -> Vec<&'a Param> {
            endpoint
                .params
                .iter()
                .filter(|param| param.required)
                .collect()
        };
        let (before, after) = (required(old), required(new));
        let same = before.len() == after.len()
            && before.iter().zip(&after).all(|(one, two)| {
                is_same_argument(one, two)
                    && (self.is_same_item(&one.ty, &two.ty) || is_wider(&one.ty, &two.ty))
            });
        if !same {
            let sign = |api: &Api, params: &[&Param]| {
                let each: Vec<String> = params
                    .iter()
                    .map(|param| format!("{}: {}", param.name, written_item(api, &param.ty)))
                    .collect();
                each.join(", ")
            };
            let message = format!(
                "arguments changed: `Client::{method}` takes ({}), no longer ({})",
                sign(self.new.api, &after),
                sign(self.old.api, &before)
            );
            let come = after.iter().find(|two| {
                !before
                    .iter()
                    .any(|one| one.name.wire() == two.name.wire() && one.ty == two.ty)
            });
            let gone = before
                .iter()
                .find(|one| !after.iter().any(|two| one.name.wire() == two.name.wire()));
            let places = (
                gone.map_or(&old.place, |param| &param.at),
                come.map_or(&new.place, |param| &param.at),
            );
            let subject = come.or(gone).map_or(method, |param| param.name.wire());
            let compiles = before.len() == after.len()
                && before
                    .iter()
                    .zip(&after)
                    .all(|(one, two)| self.is_same_item(&one.ty, &two.ty));
            let kind = if compiles {
                Kind::ArgumentReplaced
            } else {
                Kind::ArgumentsChanged
            };
            self.add(kind, Bump::Major, places, subject, message);
        }
        for (one, two) in before.iter().zip(&after) {
            if same && !self.is_same_item(&one.ty, &two.ty) {
                let message = format!(
                    "arguments changed: `{}` of `Client::{method}` is `{}`, no longer `{}`; numbers that fitted still fit",
                    two.name,
                    written_item(self.new.api, &two.ty),
                    written_item(self.old.api, &one.ty)
                );
                let at = (&one.at, &two.at);
                self.add(
                    Kind::ArgumentsChanged,
                    Bump::Minor,
                    at,
                    two.name.wire(),
                    message,
                );
            }
        }
        self.options(old, new);
    }

    /// The setters of optional parameters.
    fn options(&mut self, old: &'a Endpoint, new: &'a Endpoint) {
        let method = new.name.as_str();
        let optional =
            |endpoint: &'a Endpoint| endpoint.params.iter().filter(|param| !param.required);
        for one in optional(old) {
            let name = &one.name;
            let same = new
                .params
                .iter()
                .find(|two| two.name.as_str() == name.as_str());
            match same {
                None => {
                    let message = format!(
                        "setter removed: `{name}` of the call `{method}` is gone; code that calls it no longer compiles"
                    );
                    let at = (&one.at, &new.place);
                    self.add(Kind::OptionRemoved, Bump::Major, at, name.wire(), message);
                }
                Some(two) if two.required => {}
                Some(two) => {
                    if !self.is_same_item(&one.ty, &two.ty) {
                        let message = format!(
                            "setter changed: `{name}` of the call `{method}` takes `{}`, no longer `{}`",
                            written_item(self.new.api, &two.ty),
                            written_item(self.old.api, &one.ty)
                        );
                        let at = (&one.at, &two.at);
                        let bump = if is_wider(&one.ty, &two.ty) {
                            Bump::Minor
                        } else {
                            Bump::Major
                        };
                        self.add(Kind::OptionChanged, bump, at, name.wire(), message);
                    }
                }
            }
        }
        for two in optional(new) {
            let name = &two.name;
            if !old
                .params
                .iter()
                .any(|one| one.name.as_str() == name.as_str() && !one.required)
            {
                let message = format!("setter added: `{name}` of the call `{method}`");
                self.add(
                    Kind::OptionAdded,
                    Bump::Minor,
                    (&old.place, &two.at),
                    name.wire(),
                    message,
                );
            }
        }
        for one in &old.params {
            let same = new
                .params
                .iter()
                .find(|two| two.name.as_str() == one.name.as_str());
            let Some(two) = same else { continue };
            let form = |param: &Param| {
                let name = match param.place {
                    // Headers are called the same in any case.
                    ParamPlace::Header => param.name.wire().to_lowercase(),
                    ParamPlace::Path | ParamPlace::Query | ParamPlace::Cookie => {
                        param.name.wire().to_owned()
                    }
                };
                (
                    param.place,
                    param.style,
                    param.explode,
                    param.reserved,
                    name,
                )
            };
            if form(one) != form(two) {
                let message = format!(
                    "`{}` of the call `{method}` is written differently",
                    two.name
                );
                let at = (&one.at, &two.at);
                self.add(
                    Kind::SentDifferently,
                    Bump::Patch,
                    at,
                    two.name.wire(),
                    message,
                );
            }
            let name = format!("{method}: {}", two.name);
            self.param_prose(&name, one, two);
        }
    }

    fn is_same_item(&self, one: &Item, two: &Item) -> bool {
        one.nullable == two.nullable && self.is_same(&one.ty, &two.ty)
    }

    fn bodies(&mut self, old: &'a Endpoint, new: &'a Endpoint) {
        let at = (&old.place, &new.place);
        let method = new.name.as_str();
        match (old.bodies.first(), new.bodies.first()) {
            (None, None) => {}
            (None, Some(body)) => {
                let message = format!(
                    "arguments changed: `Client::{method}` takes `{}`",
                    body_type(self.new.api, body)
                );
                self.add(
                    Kind::ArgumentsChanged,
                    Bump::Major,
                    at,
                    "requestBody",
                    message,
                );
            }
            (Some(_), None) => {
                let message = format!("arguments changed: `Client::{method}` takes no body");
                self.add(
                    Kind::ArgumentsChanged,
                    Bump::Major,
                    at,
                    "requestBody",
                    message,
                );
            }
            (Some(_), Some(_)) => {
                for one in &old.bodies {
                    let same = new.bodies.iter().find(|two| two.suffix == one.suffix);
                    if let Some(two) = same {
                        self.body(method, one, two, at);
                    }
                }
            }
        }
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

    fn replies(&mut self, old: &'a Endpoint, new: &'a Endpoint) {
        let at = (&old.place, &new.place);
        let method = new.name.as_str();
        let (was, is) = (whole(&old.reply), whole(&new.reply));
        if let (Some(was), Some(is)) = (was, is) {
            self.whole(method, was, is, at);
        }
        if let (Some(one), Some(two)) = (old.stream(), new.stream()) {
            self.halves(one, two, at);
        }
    }

    fn whole(&mut self, method: &str, old: &Reply, new: &Reply, at: (&Place, &Place)) {
        let is_same = match (old, new) {
            (Reply::Json(one), Reply::Json(two)) => self.is_same_item(one, two),
            (Reply::Empty, Reply::Empty)
            | (Reply::Text, Reply::Text)
            | (Reply::Bytes, Reply::Bytes) => true,
            (Reply::ByStatus { cases: one, .. }, Reply::ByStatus { cases: two, .. }) => {
                for case in one {
                    let same = two
                        .iter()
                        .find(|other| other.name.as_str() == case.name.as_str());
                    if let Some(other) = same {
                        self.whole(method, &case.body, &other.body, at);
                    } else {
                        let message = format!(
                            "enum variant removed: the answer `{}` of `Client::{method}` is gone",
                            case.name
                        );
                        let subject = case.status.to_string();
                        self.add(Kind::VariantRemoved, Bump::Major, at, &subject, message);
                    }
                }
                for case in two {
                    if !one
                        .iter()
                        .any(|other| other.name.as_str() == case.name.as_str())
                    {
                        let message = format!(
                            "enum variant added: the answer `{}` of `Client::{method}`",
                            case.name
                        );
                        let subject = case.status.to_string();
                        self.add(Kind::VariantAdded, Bump::Minor, at, &subject, message);
                    }
                }
                true
            }
            _ => false,
        };
        if !is_same {
            let message = format!(
                "answer changed: `Client::{method}` brings `{}`, no longer `{}`",
                reply_type(self.new.api, new),
                reply_type(self.old.api, old)
            );
            self.add(Kind::ReplyChanged, Bump::Major, at, "responses", message);
        }
    }

    fn halves(&mut self, one: &StreamHalf, two: &StreamHalf, at: (&Place, &Place)) {
        let method = two.name.as_str();
        if !self.is_same_item(&one.event, &two.event) {
            let message = format!(
                "event changed: `Client::{method}` brings `{}`, no longer `{}`",
                written_item(self.new.api, &two.event),
                written_item(self.old.api, &one.event)
            );
            self.add(Kind::EventChanged, Bump::Major, at, "event-stream", message);
        }
        if one.framing != two.framing || one.switch != two.switch {
            let message = format!("`Client::{method}` asks for or cuts its events differently");
            self.add(
                Kind::SentDifferently,
                Bump::Patch,
                at,
                "event-stream",
                message,
            );
        }
        match (&one.pieces, &two.pieces) {
            (Some(_), None) => {
                let message = format!(
                    "trait removed: the events of `Client::{method}` can no longer be gathered into samples"
                );
                self.add(Kind::TraitRemoved, Bump::Major, at, "x-stream", message);
            }
            (None, Some(_)) => {
                let message = format!(
                    "trait added: the events of `Client::{method}` can be gathered into samples"
                );
                self.add(Kind::TraitAdded, Bump::Minor, at, "x-stream", message);
            }
            (Some(a), Some(b)) => {
                let roles = |pieces: &crate::ir::Pieces| {
                    [&pieces.samples, &pieces.key, &pieces.text, &pieces.finish]
                        .map(|name| name.as_str().to_owned())
                };
                if roles(a) != roles(b) {
                    let message =
                        format!("samples of `Client::{method}` are gathered from other members");
                    self.add(Kind::SentDifferently, Bump::Patch, at, "x-stream", message);
                }
            }
            (None, None) => {}
        }
        if one.summary == two.summary {
            self.prose(method, &one.docs, &two.docs, at);
        } else {
            let message = format!("the documentation of `{method}` changed");
            self.add(Kind::DocsChanged, Bump::Patch, at, method, message);
        }
    }

    fn failures(&mut self, old: &'a Endpoint, new: &'a Endpoint) {
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

    /// The headers of a success: no item of the crate names them, but code that asks for them by name does.
    fn headers(&mut self, old: &'a Endpoint, new: &'a Endpoint) {
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
    fn route(&mut self, old: &'a Endpoint, new: &'a Endpoint) {
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

/// Whether what callers give for one parameter is sent as the other: a part of the path is called by its
/// position, every other one by its name.
fn is_same_argument(one: &Param, two: &Param) -> bool {
    let name = |param: &Param| match param.place {
        ParamPlace::Header => param.name.wire().to_lowercase(),
        ParamPlace::Path | ParamPlace::Query | ParamPlace::Cookie => param.name.wire().to_owned(),
    };
    let is_path = |param: &Param| param.place == ParamPlace::Path;
    is_path(one) && is_path(two) || name(one) == name(two)
}

/// Whether a parameter, which is given as it is, takes the numbers that it took.
fn is_wider(one: &Item, two: &Item) -> bool {
    match (&one.ty, &two.ty) {
        (Type::Scalar(old), Type::Scalar(new)) => {
            one.nullable == two.nullable && fields::widens(*old, *new)
        }
        _ => false,
    }
}

/// Method and path of an endpoint, the names of the path's variables left out.
fn shape(endpoint: &Endpoint) -> (crate::ir::Verb, String) {
    let mut inside = false;
    let path = endpoint.path.chars().filter(|char| {
        inside = (inside || *char == '{') && *char != '}';
        !inside
    });
    (endpoint.verb, path.collect())
}

fn body_type(api: &Api, body: &Body) -> String {
    let ty = match &body.kind {
        BodyKind::Json(item) => written_item(api, item),
        BodyKind::Form(ty, _) | BodyKind::Multipart(ty, _) => super::written(api, ty),
        BodyKind::Text => "String".to_owned(),
        BodyKind::Bytes => "Bytes".to_owned(),
    };
    if body.required {
        ty
    } else {
        format!("Option<{ty}>")
    }
}

/// What a call without a stream brings.
fn whole(reply: &Reply) -> Option<&Reply> {
    match reply {
        Reply::Stream(_) => None,
        Reply::Chosen { whole, .. } => Some(whole),
        other => Some(other),
    }
}

fn reply_type(api: &Api, reply: &Reply) -> String {
    match reply {
        Reply::Empty => "()".to_owned(),
        Reply::Json(item) => written_item(api, item),
        Reply::Text => "String".to_owned(),
        Reply::Bytes => "Bytes".to_owned(),
        Reply::ByStatus { name, .. } => name.as_str().to_owned(),
        Reply::Stream(half) => written_item(api, &half.event),
        Reply::Chosen { whole, .. } => reply_type(api, whole),
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
