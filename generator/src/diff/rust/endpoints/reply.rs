//! What the calls of an endpoint bring.

use crate::diff::change::Bump;
use crate::diff::kind::Kind;
use crate::diff::rust::{Rust, written_item};
use crate::ir::{Api, Endpoint, Pieces, Reply, ReplyCase, StreamHalf};
use crate::source::Place;

impl<'a> Rust<'a> {
    pub(super) fn replies(&mut self, old: &'a Endpoint, new: &'a Endpoint) {
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
                self.by_status(method, one, two, at);
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

    fn by_status(
        &mut self,
        method: &str,
        old: &[ReplyCase],
        new: &[ReplyCase],
        at: (&Place, &Place),
    ) {
        for case in old {
            if let Some(other) = named(new, case) {
                self.whole(method, &case.body, &other.body, at);
                continue;
            }
            let message = format!(
                "enum variant removed: the answer `{}` of `Client::{method}` is gone",
                case.name
            );
            let subject = case.status.to_string();
            self.add(Kind::VariantRemoved, Bump::Major, at, &subject, message);
        }
        for case in new.iter().filter(|case| named(old, case).is_none()) {
            let message = format!(
                "enum variant added: the answer `{}` of `Client::{method}`",
                case.name
            );
            let subject = case.status.to_string();
            self.add(Kind::VariantAdded, Bump::Minor, at, &subject, message);
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
        self.pieces(method, (one.pieces.as_ref(), two.pieces.as_ref()), at);
        if one.summary == two.summary {
            self.prose(method, &one.docs, &two.docs, at);
        } else {
            let message = format!("the documentation of `{method}` changed");
            self.add(Kind::DocsChanged, Bump::Patch, at, method, message);
        }
    }

    /// Whether and how the events of a stream are gathered into samples.
    fn pieces(
        &mut self,
        method: &str,
        pieces: (Option<&Pieces>, Option<&Pieces>),
        at: (&Place, &Place),
    ) {
        match pieces {
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
                if roles(a) != roles(b) {
                    let message =
                        format!("samples of `Client::{method}` are gathered from other members");
                    self.add(Kind::SentDifferently, Bump::Patch, at, "x-stream", message);
                }
            }
            (None, None) => {}
        }
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

/// The case of this name.
fn named<'c>(cases: &'c [ReplyCase], case: &ReplyCase) -> Option<&'c ReplyCase> {
    let mut cases = cases.iter();
    cases.find(|other| other.name.as_str() == case.name.as_str())
}

/// The members that the parts of a sample are in.
fn roles(pieces: &Pieces) -> [String; 4] {
    [&pieces.samples, &pieces.key, &pieces.text, &pieces.finish]
        .map(|name| name.as_str().to_owned())
}
