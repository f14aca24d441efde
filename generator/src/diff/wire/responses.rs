//! Answers compared: statuses, headers and bodies.

use super::bodies::{self, Media};
use super::leftover;
use super::operation::Operation;
use super::parts::Group;
use super::side::Side;
use super::{Caller, Wire};
use crate::diff::change::Direction;
use crate::diff::kind::Kind;
use crate::ir::StatusRange;
use crate::openapi::status;
use crate::source::{Node, Site};

/// An answer and its key.
#[derive(Debug, Clone)]
struct Answer<'a> {
    key: &'a str,
    status: StatusRange,
    site: Site<'a>,
}

impl Answer<'_> {
    fn is_success(&self) -> bool {
        match self.status {
            StatusRange::Exact(status) => (100..400).contains(&status),
            StatusRange::Class(class) => class < 4,
            StatusRange::Default => false,
        }
    }

    /// Whether this key speaks of the statuses of another where that one is missing.
    fn covers(&self, other: &Self) -> bool {
        match (self.status, other.status) {
            (StatusRange::Class(class), StatusRange::Exact(status)) => {
                status / 100 == u16::from(class)
            }
            (StatusRange::Default, _) => true,
            (one, two) => one == two,
        }
    }
}

fn list<'a>(side: Side<'a>, operation: &Operation<'a>) -> Vec<Answer<'a>> {
    let map = operation.site.get("responses");
    let each = map.iter().flat_map(Site::members);
    each.filter_map(|(key, site)| {
        Some(Answer {
            key,
            status: status::parse(key)?,
            site: side.follow(site),
        })
    })
    .collect()
}

impl<'a> Wire<'a> {
    pub(super) fn responses(&mut self, caller: Caller, old: &Operation<'a>, new: &Operation<'a>) {
        let before = list(self.pairs.old.side, old);
        let after = list(self.pairs.new.side, new);
        let mut lost = Vec::new();
        for answer in &before {
            let same = after.iter().find(|other| other.status == answer.status);
            let other = same.or_else(|| narrowest(&after, answer));
            match other {
                Some(other) => self.answer(caller, (old, answer), (new, other)),
                None => lost.push(answer),
            }
        }
        let gained: Vec<&Answer<'a>> = after
            .iter()
            .filter(|answer| !before.iter().any(|other| other.status == answer.status))
            .collect();
        let (lost_failures, lost): (Vec<_>, Vec<_>) =
            lost.into_iter().partition(|answer| !answer.is_success());
        let (gained_failures, mut gained): (Vec<_>, Vec<_>) =
            gained.into_iter().partition(|answer| !answer.is_success());
        self.successes((caller, old, new), &before, lost, &mut gained);
        for answer in lost_failures {
            let message = format!("there is no answer {} any more", answer.key);
            let at = (answer.site.place.clone(), new.site.place.clone());
            self.fact(caller, Kind::FailureStatusRemoved, at, message);
        }
        for answer in gained_failures {
            if let Some(wide) = narrowest(&before, answer) {
                self.answer(caller, (old, wide), (new, answer));
            }
            let message = format!("there is an answer {}", answer.key);
            let at = (old.site.place.clone(), answer.site.place.clone());
            self.fact(caller, Kind::FailureStatusAdded, at, message);
        }
    }

    fn successes(
        &mut self,
        (caller, old, new): (Caller, &Operation<'a>, &Operation<'a>),
        before: &[Answer<'a>],
        lost: Vec<&Answer<'a>>,
        gained: &mut Vec<&Answer<'a>>,
    ) {
        let after = list(self.pairs.new.side, new);
        let is_narrowed = |answer: &&Answer<'a>| after.iter().any(|other| answer.covers(other));
        let (narrowed, lost): (Vec<_>, Vec<_>) = lost.into_iter().partition(is_narrowed);
        for answer in narrowed {
            let message = format!("fewer successes than {} are listed", answer.key);
            let listed = after.iter().find(|other| answer.covers(other));
            let place = listed.map_or(&new.site.place, |other| &other.site.place);
            let at = (answer.site.place.clone(), place.clone());
            self.fact(caller, Kind::SuccessStatusNarrowed, at, message);
        }
        for answer in lost {
            let free = gained
                .iter()
                .position(|other| narrowest(before, other).is_none());
            if let Some(other) = free.map(|at| gained.remove(at)) {
                let message = format!("a success is {}, no longer {}", other.key, answer.key);
                let at = (answer.site.place.clone(), other.site.place.clone());
                self.fact(caller, Kind::SuccessStatusChanged, at, message);
                self.answer(caller, (old, answer), (new, other));
            } else {
                let message = format!("there is no answer {} any more", answer.key);
                let at = (answer.site.place.clone(), new.site.place.clone());
                self.fact(caller, Kind::SuccessStatusRemoved, at, message);
            }
        }
        for answer in gained {
            if let Some(wide) = narrowest(before, answer) {
                self.answer(caller, (old, wide), (new, answer));
                continue;
            }
            let at = (old.site.place.clone(), answer.site.place.clone());
            let (kind, message) = if before.iter().any(|other| answer.covers(other)) {
                let message = format!("any success of {} may come", answer.key);
                (Kind::SuccessStatusWidened, message)
            } else {
                let message = format!("there is an answer {}", answer.key);
                (Kind::SuccessStatusAdded, message)
            };
            self.fact(caller, kind, at, message);
        }
    }

    fn answer(
        &mut self,
        caller: Caller,
        (old, one): (&Operation<'a>, &Answer<'a>),
        (new, two): (&Operation<'a>, &Answer<'a>),
    ) {
        self.leftover(caller, |found| {
            let known = ["$ref", "content", "headers", "links"];
            leftover::compare(&one.site, &two.site, &known, found);
        });
        self.headers(caller, &one.site, &two.site);
        let before = halves(old, one);
        let after = halves(new, two);
        self.response_content(
            caller,
            (&one.site, before),
            (&two.site, &after),
            one.is_success(),
        );
    }

    fn headers(&mut self, caller: Caller, old: &Site<'a>, new: &Site<'a>) {
        let list = |side: Side<'a>, site: &Site<'a>| -> Vec<(&'a str, Site<'a>)> {
            let map = site.get("headers");
            let each = map.iter().flat_map(Site::members);
            each.filter(|(name, _)| !name.eq_ignore_ascii_case("content-type"))
                .map(|(name, site)| (name, side.follow(site)))
                .collect()
        };
        let before = list(self.pairs.old.side, old);
        let after = list(self.pairs.new.side, new);
        for (name, one) in &before {
            let same = after
                .iter()
                .find(|(other, _)| other.eq_ignore_ascii_case(name));
            if let Some((_, two)) = same {
                self.header(caller, name, one, two);
            } else {
                let kind = if required(one) {
                    Kind::RequiredHeaderRemoved
                } else {
                    Kind::HeaderRemoved
                };
                let message = format!("the header `{name}` is gone");
                self.fact(
                    caller,
                    kind,
                    (one.place.clone(), new.place.clone()),
                    message,
                );
            }
        }
        for (name, two) in &after {
            if !before
                .iter()
                .any(|(other, _)| other.eq_ignore_ascii_case(name))
            {
                let message = format!("the header `{name}` is new");
                let at = (old.place.clone(), two.place.clone());
                self.fact(caller, Kind::HeaderAdded, at, message);
            }
        }
    }

    fn header(&mut self, caller: Caller, name: &str, one: &Site<'a>, two: &Site<'a>) {
        let at = (one.place.clone(), two.place.clone());
        match (required(one), required(two)) {
            (false, true) => {
                let message = format!("the header `{name}` is now promised");
                self.fact(caller, Kind::HeaderRequired, at, message);
            }
            (true, false) => {
                let message = format!("the header `{name}` is no longer promised");
                self.fact(caller, Kind::HeaderOptional, at, message);
            }
            (true, true) | (false, false) => {}
        }
        self.leftover(caller, |found| {
            let known = ["$ref", "schema", "content", "required", "style", "explode"];
            leftover::compare(one, two, &known, found);
        });
        let group = |site: &Site<'a>| {
            let content = site.get("content").and_then(|map| map.members().next());
            let schema = content.and_then(|(_, media)| media.get("schema"));
            schema
                .or_else(|| site.get("schema"))
                .map_or_else(|| Group::anything(&site.place), Group::one)
        };
        let explode =
            |site: &Site<'_>| site.node.get("explode").and_then(Node::as_bool) == Some(true);
        if explode(one) != explode(two) {
            let message = format!("the header `{name}` is spread differently");
            let at = (one.place.clone(), two.place.clone());
            self.fact(caller, Kind::ParameterExplodeIdle, at, message);
        }
        let pair = self.pairs.groups(group(one), group(two));
        self.root(caller, pair, Direction::Response);
    }
}

fn required(site: &Site<'_>) -> bool {
    site.node.get("required").and_then(Node::as_bool) == Some(true)
}

/// The entry that speaks of a status which has none of its own: its class, or the rest.
fn narrowest<'s, 'a>(answers: &'s [Answer<'a>], wanted: &Answer<'a>) -> Option<&'s Answer<'a>> {
    answers
        .iter()
        .filter(|answer| answer.status != wanted.status && answer.covers(wanted))
        // A `default` tells of failures; a success that comes under it is not one that is promised.
        .filter(|answer| answer.is_success() == wanted.is_success())
        .min_by_key(|answer| matches!(answer.status, StatusRange::Default))
}

/// The media types of an answer; the other spelling of a stream half becomes the one of `content`.
fn halves<'a>(operation: &Operation<'a>, answer: &Answer<'a>) -> Vec<Media<'a>> {
    let mut found = bodies::content(&answer.site);
    let fern = operation.site.get("x-fern-streaming");
    let half = fern.as_ref().and_then(|site| site.get("response-stream"));
    let is_first = matches!(
        answer.status,
        StatusRange::Exact(200..=299) | StatusRange::Class(2)
    );
    if let (Some(schema), true) = (half, is_first && !found.iter().any(Media::is_stream)) {
        let format = fern.as_ref().and_then(|site| site.node.get("format"));
        let essence = match format.and_then(Node::as_str) {
            Some("json") => "application/x-ndjson",
            _ => "text/event-stream",
        };
        found.push(Media {
            essence: essence.to_owned(),
            name: essence.to_owned(),
            place: schema.place.clone(),
            schema: Some(schema),
            site: None,
        });
    }
    found
}
