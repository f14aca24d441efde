//! Bodies compared: media types, parts of forms, and the schema of each.

use super::leftover;
use super::operation::Operation;
use super::parts::Group;
use super::{Caller, Wire};
use crate::diff::change::Direction;
use crate::diff::kind::Kind;
use crate::source::{Node, Place, Site};

/// Media types that carry a stream of values.
const STREAMS: [&str; 8] = [
    "text/event-stream",
    "application/jsonl",
    "application/json-lines",
    "application/x-jsonlines",
    "application/x-jsonl",
    "application/x-ndjson",
    "application/ndjson",
    "application/json-seq",
];

/// One entry of `content`.
#[derive(Debug, Clone)]
pub(super) struct Media<'a> {
    /// The media type in small letters, without parameters.
    pub essence: String,
    /// The media type as written.
    pub name: String,
    pub place: Place,
    pub schema: Option<Site<'a>>,
    pub site: Option<Site<'a>>,
}

impl<'a> Media<'a> {
    fn of(name: &str, site: Site<'a>) -> Self {
        let essence = name.split(';').next().unwrap_or(name).trim().to_lowercase();
        let schema = site
            .get("itemSchema")
            .filter(|_| STREAMS.contains(&essence.as_str()) || site.get("schema").is_none())
            .or_else(|| site.get("schema"));
        Self {
            essence,
            name: name.to_owned(),
            place: site.place.clone(),
            schema,
            site: Some(site),
        }
    }

    pub(super) fn is_stream(&self) -> bool {
        STREAMS.contains(&self.essence.as_str())
    }

    fn covers(&self, other: &Self) -> bool {
        self.essence == other.essence
            || self.essence == "*/*"
            || self
                .essence
                .strip_suffix('*')
                .is_some_and(|range| range.ends_with('/') && other.essence.starts_with(range))
    }

    pub(super) fn group(&self) -> Group<'a> {
        self.schema
            .clone()
            .map_or_else(|| Group::anything(&self.place), Group::one)
    }
}

/// The media types of a body.
pub(super) fn content<'a>(body: &Site<'a>) -> Vec<Media<'a>> {
    let map = body.get("content");
    let each = map.iter().flat_map(Site::members);
    each.filter(|(name, _)| !name.starts_with("x-"))
        .map(|(name, site)| Media::of(name, site))
        .collect()
}

/// Which media types are the same, which are gone and which are new.
struct Sorted<'a> {
    kept: Vec<(Media<'a>, Media<'a>)>,
    lost: Vec<Media<'a>>,
    gained: Vec<Media<'a>>,
}

fn sort<'a>(old: Vec<Media<'a>>, new: &[Media<'a>]) -> Sorted<'a> {
    let mut used = vec![false; new.len()];
    let mut kept = Vec::new();
    let mut lost = Vec::new();
    for media in old {
        let same = new.iter().position(|other| other.essence == media.essence);
        let found = same.or_else(|| {
            new.iter()
                .position(|other| other.covers(&media) || media.covers(other))
        });
        match found {
            Some(at) => {
                used[at] = true;
                kept.push((media, new[at].clone()));
            }
            None => lost.push(media),
        }
    }
    let free = new.iter().zip(used).filter(|(_, used)| !used);
    let gained = free.map(|(media, _)| media.clone()).collect();
    Sorted { kept, lost, gained }
}

impl<'a> Wire<'a> {
    pub(super) fn request_body(
        &mut self,
        caller: Caller,
        old: &Operation<'a>,
        new: &Operation<'a>,
    ) {
        let before = old
            .site
            .get("requestBody")
            .map(|site| self.pairs.old.side.follow(site));
        let after = new
            .site
            .get("requestBody")
            .map(|site| self.pairs.new.side.follow(site));
        let required =
            |site: &Site<'_>| site.node.get("required").and_then(Node::as_bool) == Some(true);
        match (before, after) {
            (None, None) => {}
            (None, Some(body)) => {
                let (kind, message) = if required(&body) {
                    (Kind::RequiredBodyAdded, "a body has to be sent")
                } else {
                    (Kind::BodyAdded, "a body may be sent")
                };
                let at = (old.site.place.clone(), body.place);
                self.fact(caller, kind, at, message.to_owned());
            }
            (Some(body), None) => {
                let at = (body.place, new.site.place.clone());
                self.fact(
                    caller,
                    Kind::BodyRemoved,
                    at,
                    "no body is taken any more".to_owned(),
                );
            }
            (Some(one), Some(two)) => {
                let at = (one.place.clone(), two.place.clone());
                match (required(&one), required(&two)) {
                    (false, true) => {
                        self.fact(
                            caller,
                            Kind::BodyRequired,
                            at,
                            "the body is now required".to_owned(),
                        );
                    }
                    (true, false) => {
                        let message = "the body is no longer required".to_owned();
                        self.fact(caller, Kind::BodyOptional, at, message);
                    }
                    (true, true) | (false, false) => {}
                }
                self.leftover(caller, |found| {
                    leftover::compare(&one, &two, &["$ref", "content", "required"], found);
                });
                self.request_content(caller, &one, &two);
            }
        }
    }

    fn request_content(&mut self, caller: Caller, old: &Site<'a>, new: &Site<'a>) {
        let sorted = sort(content(old), &content(new));
        for (one, two) in &sorted.kept {
            self.media(caller, one, two, Direction::Request);
        }
        if let ([one], [two]) = (&sorted.lost[..], &sorted.gained[..]) {
            let message = format!(
                "the body is sent as `{}`, no longer as `{}`",
                two.name, one.name
            );
            let at = (one.place.clone(), two.place.clone());
            self.fact(caller, Kind::RequestMediaRemoved, at, message);
            return;
        }
        for media in sorted.lost {
            let message = format!("the body can no longer be sent as `{}`", media.name);
            let at = (media.place, new.place.clone());
            self.fact(caller, Kind::RequestMediaRemoved, at, message);
        }
        for media in sorted.gained {
            let message = format!("the body can be sent as `{}` too", media.name);
            let at = (old.place.clone(), media.place);
            self.fact(caller, Kind::RequestMediaAdded, at, message);
        }
    }

    /// The same media type on both sides.
    pub(super) fn media(
        &mut self,
        caller: Caller,
        old: &Media<'a>,
        new: &Media<'a>,
        direction: Direction,
    ) {
        if let (Some(one), Some(two)) = (&old.site, &new.site) {
            let known = [
                "schema",
                "itemSchema",
                "encoding",
                "example",
                "examples",
                "response",
                "response-stream",
            ];
            self.leftover(caller, |found| leftover::compare(one, two, &known, found));
            self.encoding(caller, old, new);
        }
        let pair = self.pairs.groups(old.group(), new.group());
        self.root(caller, pair, direction);
    }

    pub(super) fn response_content(
        &mut self,
        caller: Caller,
        old: (&Site<'a>, Vec<Media<'a>>),
        new: (&Site<'a>, &[Media<'a>]),
        success: bool,
    ) {
        let (had, has) = (old.1.len(), new.1.len());
        let sorted = sort(old.1, new.1);
        for (one, two) in &sorted.kept {
            self.media(caller, one, two, Direction::Response);
        }
        let places = (old.0.place.clone(), new.0.place.clone());
        if had == 0 && has > 0 && success {
            let message = "the answer has a body now".to_owned();
            self.fact(caller, Kind::ResponseBodyAdded, places, message);
            return;
        }
        let (old_streams, lost): (Vec<_>, Vec<_>) =
            sorted.lost.into_iter().partition(Media::is_stream);
        let (new_streams, gained): (Vec<_>, Vec<_>) =
            sorted.gained.into_iter().partition(Media::is_stream);
        self.streams(caller, &places, old_streams, new_streams);
        if let ([one], [two], true) = (&lost[..], &gained[..], success) {
            let message = format!("the answer is `{}`, no longer `{}`", two.name, one.name);
            let at = (one.place.clone(), two.place.clone());
            self.fact(caller, Kind::ResponseMediaRemoved, at, message);
            return;
        }
        let (removed, added) = if success {
            (Kind::ResponseMediaRemoved, Kind::ResponseMediaAdded)
        } else {
            (Kind::FailureMediaRemoved, Kind::FailureMediaAdded)
        };
        for media in lost {
            let message = format!("the answer is no longer offered as `{}`", media.name);
            self.fact(caller, removed, (media.place, places.1.clone()), message);
        }
        for media in gained {
            let message = format!("the answer is offered as `{}` too", media.name);
            self.fact(caller, added, (places.0.clone(), media.place), message);
        }
    }

    fn streams(
        &mut self,
        caller: Caller,
        places: &(Place, Place),
        lost: Vec<Media<'a>>,
        gained: Vec<Media<'a>>,
    ) {
        let mut gained = gained.into_iter();
        for one in lost {
            if let Some(two) = gained.next() {
                let message = format!("the stream is `{}`, no longer `{}`", two.name, one.name);
                let at = (one.place.clone(), two.place.clone());
                self.fact(caller, Kind::StreamFramingChanged, at, message);
                self.media(caller, &one, &two, Direction::Response);
            } else {
                let message = format!("the answer is no longer offered as `{}`", one.name);
                self.fact(
                    caller,
                    Kind::StreamRemoved,
                    (one.place, places.1.clone()),
                    message,
                );
            }
        }
        for two in gained {
            let message = format!("the answer is offered as `{}` too", two.name);
            self.fact(
                caller,
                Kind::StreamAdded,
                (places.0.clone(), two.place),
                message,
            );
        }
    }
}
