//! Endpoints compared: the methods that there are, and each by what it takes, sends and brings.

mod arguments;
mod body;
mod failures;
mod options;
mod reply;
mod route;

use super::{Rust, counterpart, fields};
use crate::diff::change::Bump;
use crate::diff::kind::Kind;
use crate::ir::{Endpoint, Item, Param, ParamPlace, Reply, Type, Verb};

/// A method on the client.
struct Method {
    name: String,
    streams: bool,
    suffix: String,
}

impl Method {
    /// The half of an endpoint that it is.
    const fn half(&self) -> &'static str {
        if self.streams { "event-stream" } else { "json" }
    }
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
        self.methods(old, new);
        self.arguments(old, new);
        self.options(old, new);
        self.bodies(old, new);
        self.replies(old, new);
        self.failures(old, new);
        self.headers(old, new);
        self.route(old, new);
        self.endpoint_prose(old, new);
    }

    /// The methods that one endpoint has on either side.
    fn methods(&mut self, old: &'a Endpoint, new: &'a Endpoint) {
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
                    self.add(Kind::MethodRemoved, Bump::Major, at, method.half(), message);
                }
            }
        }
        for method in after {
            let message = format!("method added: `Client::{}`", method.name);
            self.add(Kind::MethodAdded, Bump::Minor, at, method.half(), message);
        }
    }

    fn is_same_item(&self, one: &Item, two: &Item) -> bool {
        one.nullable == two.nullable && self.is_same(&one.ty, &two.ty)
    }
}

/// What a parameter is called, as far as requests differ by it.
fn sent_name(param: &Param) -> String {
    match param.place {
        // Headers are called the same in any case.
        ParamPlace::Header => param.name.wire().to_lowercase(),
        ParamPlace::Path | ParamPlace::Query | ParamPlace::Cookie => param.name.wire().to_owned(),
    }
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
fn shape(endpoint: &Endpoint) -> (Verb, String) {
    let mut inside = false;
    let path = endpoint.path.chars().filter(|char| {
        inside = (inside || *char == '{') && *char != '}';
        !inside
    });
    (endpoint.verb, path.collect())
}
