//! Two objects compared: members that come, go, become mandatory or travel another way.

use super::form::{Form, Plain, Rest};
use super::pairs::{Edge, Findings, Pairs};
use super::parts::Group;
use super::plain::Both;
use super::relation::Truth;
use crate::diff::change::Direction;
use crate::diff::kind::Kind;
use crate::source::Place;

/// Which way a member travels.
#[derive(Clone, Copy)]
struct Ways {
    requests: bool,
    responses: bool,
}

impl Ways {
    fn of(form: &Form<'_>) -> Self {
        Self {
            requests: form.read_only.is_none(),
            responses: form.write_only.is_none(),
        }
    }

    fn and(self, other: Self) -> Self {
        Self {
            requests: self.requests && other.requests,
            responses: self.responses && other.responses,
        }
    }

    fn is_never(self) -> bool {
        !self.requests && !self.responses
    }

    /// The only way a member travels; `None` when it travels both.
    fn only(self) -> Option<Direction> {
        match (self.requests, self.responses) {
            (true, false) => Some(Direction::Request),
            (false, true) => Some(Direction::Response),
            (true, true) | (false, false) => None,
        }
    }
}

impl<'a> Pairs<'a> {
    pub(super) fn compare_objects(&mut self, both: &Both<'_, 'a>, found: &mut Findings) {
        for name in names(both) {
            let listed = |plain: &Plain<'a>, at: &Place| {
                let property = plain.property(name)?;
                Some(Group::all(property.sites.clone(), at))
            };
            let old = listed(both.old, &both.old_at);
            let new = listed(both.new, &both.new_at);
            match (old, new) {
                (Some(old), Some(new)) => self.kept(name, old, new, both, found),
                (Some(old), None) => self.gone(name, old, both, found),
                (None, Some(new)) => self.added(name, new, both, found),
                (None, None) => {
                    let at = (both.old_at.clone(), both.new_at.clone());
                    mandatory(name, both, at, None, found);
                }
            }
        }
        self.rest(both, found);
        self.patterns(both, found);
    }

    /// A member that both sides know.
    fn kept(
        &mut self,
        name: &'a str,
        old: Group<'a>,
        new: Group<'a>,
        both: &Both<'_, 'a>,
        found: &mut Findings,
    ) {
        let always = both.old.requires(name);
        let now = both.new.requires(name);
        if always == now && self.same.groups(&old, &new) {
            return;
        }
        let (old_form, new_form) = self.forms(&old, &new);
        let at = (old.place(), new.place());
        let (was, is) = (Ways::of(&old_form), Ways::of(&new_form));
        for (had, has, kind) in [
            (was.requests, is.requests, way_to_server(always, now)),
            (was.responses, is.responses, way_to_reader(always, now)),
        ] {
            if had != has {
                let message = kind.2(name, has);
                let kind = if has { kind.1 } else { kind.0 };
                found.fact(kind, at.0.clone(), at.1.clone(), message);
            }
        }
        let shared = was.and(is);
        if !shared.is_never() {
            mandatory(name, both, at, shared.only(), found);
            let pair = self.groups(old, new);
            found.edges.push(Edge {
                to: pair,
                requests: shared.requests,
                responses: shared.responses,
            });
        }
    }

    /// A member that the new side no longer lists.
    fn gone(&mut self, name: &str, old: Group<'a>, both: &Both<'_, 'a>, found: &mut Findings) {
        let (_, form) = self.old.of(&old);
        let ways = Ways::of(&form);
        if ways.is_never() {
            return;
        }
        let only = ways.only();
        let at = old.place();
        let still_fits = match both.new.unlisted(&both.new_at) {
            None => false,
            Some(rest) if rest.sites.is_empty() => true,
            Some(rest) => {
                let pair = self.groups(old, rest);
                self.relate(pair).widened == Truth::Yes
            }
        };
        let kind = match (still_fits, both.old.requires(name)) {
            (true, false) => Kind::PropertyRemoved,
            (true, true) => Kind::RequiredPropertyRemoved,
            (false, false) => Kind::PropertyRefused,
            (false, true) => Kind::RequiredPropertyRefused,
        };
        let message = if still_fits {
            format!("`{name}` is gone")
        } else {
            format!("`{name}` is gone, and the object is closed to it")
        };
        found.guarded(kind, at, both.new_at.clone(), message, only);
    }

    /// A member that the old side does not list.
    fn added(&mut self, name: &str, new: Group<'a>, both: &Both<'_, 'a>, found: &mut Findings) {
        let (_, form) = self.new.of(&new);
        let ways = Ways::of(&form);
        if ways.is_never() {
            return;
        }
        let only = ways.only();
        let required = both.new.requires(name);
        let kind = if required && !both.old.requires(name) {
            Kind::RequiredPropertyAdded
        } else {
            Kind::PropertyAdded
        };
        let message = if required {
            format!("`{name}` is new and required")
        } else {
            format!("`{name}` is new")
        };
        found.guarded(kind, both.old_at.clone(), new.place(), message, only);
        if let Rest::Of(sites) = &both.old.additional {
            let rest = Group::all(sites.clone(), &both.old_at);
            let pair = self.groups(rest, new);
            found.edges.push(Edge {
                to: pair,
                requests: true,
                responses: false,
            });
        }
    }

    /// What the object may hold beyond its properties.
    fn rest(&mut self, both: &Both<'_, 'a>, found: &mut Findings) {
        let fact = |kind, old: &Place, new: &Place, message: &str, found: &mut Findings| {
            found.fact(kind, old.clone(), new.clone(), message.to_owned());
        };
        match (&both.old.additional, &both.new.additional) {
            (Rest::Open, Rest::Open) | (Rest::Closed(_), Rest::Closed(_)) => {}
            (Rest::Open | Rest::Of(_), Rest::Closed(at)) => {
                let message = "members that are not listed are refused";
                fact(Kind::ObjectClosed, &both.old_at, at, message, found);
            }
            (Rest::Closed(at), Rest::Open | Rest::Of(_)) => {
                let message = "members that are not listed are accepted";
                fact(Kind::ObjectOpened, at, &both.new_at, message, found);
            }
            (Rest::Open | Rest::Of(_), Rest::Open | Rest::Of(_)) => {
                let one = both.old.unlisted(&both.old_at);
                let two = both.new.unlisted(&both.new_at);
                if let (Some(one), Some(two)) = (one, two) {
                    let pair = self.groups(one, two);
                    found.edge(pair);
                }
            }
        }
    }

    fn patterns(&mut self, both: &Both<'_, 'a>, found: &mut Findings) {
        for (pattern, site) in &both.old.patterns {
            let other = both.new.patterns.iter().find(|(name, _)| name == pattern);
            if let Some((_, other)) = other {
                let pair = self.groups(Group::one(site.clone()), Group::one(other.clone()));
                found.edge(pair);
            } else {
                let message = format!("members named like `{pattern}` are no longer described");
                let (old, new) = (site.place.clone(), both.new_at.clone());
                found.fact(Kind::RuleRemoved, old, new, message);
            }
        }
        for (pattern, site) in &both.new.patterns {
            if !both.old.patterns.iter().any(|(name, _)| name == pattern) {
                let message = format!("members named like `{pattern}` must have a certain form");
                let (old, new) = (both.old_at.clone(), site.place.clone());
                found.fact(Kind::RuleAdded, old, new, message);
            }
        }
    }
}

/// Every member that either side names, the old side's first.
fn names<'a>(both: &Both<'_, 'a>) -> Vec<&'a str> {
    let listed = |plain: &Plain<'a>| -> Vec<&'a str> {
        let properties = plain.properties.iter().map(|property| property.name);
        properties
            .chain(plain.required.iter().map(|(name, _)| *name))
            .collect()
    };
    let mut found = listed(both.old);
    found.extend(listed(both.new));
    let mut seen = std::collections::HashSet::new();
    found.retain(|name| seen.insert(*name));
    found
}

/// Says when a member became mandatory or optional.
fn mandatory(
    name: &str,
    both: &Both<'_, '_>,
    at: (Place, Place),
    only: Option<Direction>,
    found: &mut Findings,
) {
    let (kind, message) = match (both.old.requires(name), both.new.requires(name)) {
        (false, true) => (Kind::PropertyRequired, format!("`{name}` is now required")),
        (true, false) => (
            Kind::PropertyOptional,
            format!("`{name}` is no longer required"),
        ),
        (true, true) | (false, false) => return,
    };
    found.guarded(kind, at.0, at.1, message, only);
}

/// A kind for each way a change can go, and its words.
type WayKinds = (Kind, Kind, fn(&str, bool) -> String);

fn way_to_server(_always: bool, now: bool) -> WayKinds {
    let back = if now {
        Kind::RequiredBecameWritable
    } else {
        Kind::BecameWritable
    };
    (Kind::BecameReadOnly, back, |name, sent| {
        if sent {
            format!("`{name}` is no longer read-only")
        } else {
            format!("`{name}` is read-only now")
        }
    })
}

fn way_to_reader(always: bool, _now: bool) -> WayKinds {
    let gone = if always {
        Kind::RequiredBecameWriteOnly
    } else {
        Kind::BecameWriteOnly
    };
    (gone, Kind::BecameReadable, |name, sent| {
        if sent {
            format!("`{name}` is no longer write-only")
        } else {
            format!("`{name}` is write-only now")
        }
    })
}
