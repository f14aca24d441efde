//! Operations that came, went, or stayed and are compared point by point.

use super::operation::{self, Operation};
use super::{Caller, Wire, leftover};
use crate::diff::kind::Kind;
use crate::diff::reach::is_within;
use crate::source::Node;

/// What other rules look at in an operation.
const KNOWN: [&str; 10] = [
    "tags",
    "operationId",
    "parameters",
    "requestBody",
    "responses",
    "callbacks",
    "security",
    "servers",
    "x-stream",
    "x-fern-streaming",
];

impl<'a> Wire<'a> {
    /// An operation that both documents have.
    pub(super) fn kept(&mut self, old: &Operation<'a>, new: &Operation<'a>) {
        let caller = self.caller(new);
        self.moved(caller, old, new);
        self.grouped(caller, old, new);
        self.params(caller, old, new);
        self.request_body(caller, old, new);
        self.responses(caller, old, new);
        self.stream(caller, old, new);
        self.security(caller, old, new);
        self.servers(caller, old, new);
        self.leftover(caller, |found| {
            leftover::compare(&old.site, &new.site, &KNOWN, found);
            let mut known = operation::VERBS.to_vec();
            known.extend(["$ref", "parameters", "servers"]);
            leftover::compare(&old.item, &new.item, &known, found);
        });
    }

    /// An operation that only the old document has.
    pub(super) fn gone(&mut self, old: &Operation<'a>) {
        let deprecated = old.site.node.get("deprecated").and_then(Node::as_bool);
        let announced = if deprecated == Some(true) {
            " (it was deprecated)"
        } else {
            ""
        };
        let (kind, what) = if old.reversed {
            (Kind::WebhookRemoved, "no longer comes")
        } else {
            (Kind::OperationRemoved, "is gone")
        };
        let message = format!("`{}` {what}{announced}", old.label);
        let at = (old.site.place.clone(), self.section("paths"));
        let caller = self.as_called(old);
        self.fact(caller, kind, at, message);
    }

    /// An operation that only the new document has.
    pub(super) fn come(&mut self, new: &Operation<'a>) {
        let kind = if new.reversed {
            Kind::WebhookAdded
        } else {
            Kind::OperationAdded
        };
        let message = format!("`{}` is new", new.label);
        let at = (self.section("paths"), new.site.place.clone());
        let caller = self.as_called(new);
        self.fact(caller, kind, at, message);
    }

    /// The operation as one of the server's: the kinds of webhooks say themselves who calls.
    fn as_called(&mut self, operation: &Operation<'a>) -> Caller {
        Caller {
            reversed: false,
            ..self.caller(operation)
        }
    }

    fn moved(&mut self, caller: Caller, old: &Operation<'a>, new: &Operation<'a>) {
        let at = || (old.site.place.clone(), new.site.place.clone());
        let place = |operation: &Operation<'a>| {
            // Where a callback goes is for the caller to say.
            let is_called = !operation.reversed;
            is_called.then(|| operation::shape(operation.path))
        };
        if place(old) != place(new) {
            let message = format!("`{}` is found at `{}` now", old.label, new.path);
            self.fact(caller, Kind::PathChanged, at(), message);
        }
        if old.verb != new.verb {
            let message = format!(
                "`{}` is called with {} now",
                old.label,
                new.verb.to_uppercase()
            );
            self.fact(caller, Kind::VerbChanged, at(), message);
        }
    }

    /// Tags, which sort the methods of the crate into files and say nothing else.
    fn grouped(&mut self, caller: Caller, old: &Operation<'a>, new: &Operation<'a>) {
        let tags = |operation: &Operation<'a>| -> Vec<&'a Node> {
            let tags = operation.site.node.get("tags").map(Node::elements);
            tags.into_iter().flatten().collect()
        };
        if tags(old) != tags(new) {
            let place = |operation: &Operation<'a>| {
                let tags = operation.site.get("tags");
                tags.map_or_else(|| operation.site.place.clone(), |site| site.place)
            };
            let message = format!("`{}` stands under other tags", new.label);
            let at = (place(old), place(new));
            self.fact(caller, Kind::GroupChanged, at, message);
        }
    }
}

/// Whether an operation is a callback of one that comes or goes as a whole.
pub(super) fn goes_with_another(
    all: &[Operation<'_>],
    changed: &[usize],
    one: &Operation<'_>,
) -> bool {
    let mut others = changed.iter().filter_map(|at| all.get(*at));
    others.any(|other| {
        other.site.place != one.site.place && is_within(&one.site.place, &other.site.place)
    })
}
