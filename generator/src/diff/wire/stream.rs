//! How the stream half of an operation is chosen, and where its pieces are.

use super::bodies;
use super::build::same_value;
use super::operation::Operation;
use super::parts::Group;
use super::side::Side;
use super::{Caller, Wire};
use crate::diff::kind::Kind;
use crate::source::{Place, Site};

/// The member of the body that chooses the stream half, and where that is said.
fn switch(operation: &Operation<'_>) -> Option<(String, Place)> {
    let own = operation
        .site
        .get("x-stream")
        .and_then(|site| site.get("switch"));
    let fern = operation
        .site
        .get("x-fern-streaming")
        .and_then(|site| site.get("stream-condition"));
    let site = own.or(fern)?;
    let text = site.node.as_str()?;
    let name = text.strip_prefix("$request.").unwrap_or(text);
    Some((name.to_owned(), site.place))
}

impl<'a> Wire<'a> {
    pub(super) fn stream(&mut self, caller: Caller, old: &Operation<'a>, new: &Operation<'a>) {
        let (one, two) = (switch(old), switch(new));
        let at = (
            one.as_ref()
                .map_or_else(|| old.site.place.clone(), |(_, place)| place.clone()),
            two.as_ref()
                .map_or_else(|| new.site.place.clone(), |(_, place)| place.clone()),
        );
        let name = |switch: &Option<(String, Place)>| switch.as_ref().map(|(name, _)| name.clone());
        let streams = |side: Side<'a>, operation| has_stream(side, operation);
        let both = streams(self.pairs.old.side, old) && streams(self.pairs.new.side, new);
        if name(&one) != name(&two) && both {
            let say = |name: Option<String>| {
                name.map_or_else(
                    || "the `Accept` header".to_owned(),
                    |name| format!("`{name}`"),
                )
            };
            let message = format!(
                "the stream is chosen by {}, no longer by {}",
                say(name(&two)),
                say(name(&one))
            );
            self.fact(caller, Kind::StreamSwitchChanged, at, message);
        }
        if both {
            self.defaults(caller, (old, &name(&one)), (new, &name(&two)));
        }
        self.roles(caller, old, new);
    }

    /// The default of the switch; and of other flags, which may be one that nothing marks.
    fn defaults(
        &mut self,
        caller: Caller,
        (old, one): (&Operation<'a>, &Option<String>),
        (new, two): (&Operation<'a>, &Option<String>),
    ) {
        let before = self.flags(true, old);
        let after = self.flags(false, new);
        for (name, was, old_at) in &before {
            let Some((_, is, new_at)) = after.iter().find(|(other, ..)| other == name) else {
                continue;
            };
            if was == is {
                continue;
            }
            let at = (old_at.clone(), new_at.clone());
            if one.as_ref() == Some(name) && two.as_ref() == Some(name) {
                let half = if *is { "the stream" } else { "no stream" };
                let message = format!("who leaves `{name}` out gets {half} now");
                self.fact(caller, Kind::StreamDefaultChanged, at, message);
            } else if one.is_none() && two.is_none() {
                let message =
                    format!("the default of `{name}` flipped, which may choose the stream");
                self.fact(caller, Kind::StreamDefaultDoubtful, at, message);
            }
        }
    }

    /// The boolean members of the body with what they are when left out.
    fn flags(&mut self, is_old: bool, operation: &Operation<'a>) -> Vec<(String, bool, Place)> {
        let forms = if is_old {
            &mut self.pairs.old
        } else {
            &mut self.pairs.new
        };
        let side = forms.side;
        let Some(body) = operation
            .site
            .get("requestBody")
            .map(|site| side.follow(site))
        else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for media in bodies::content(&body) {
            let Some(schema) = media.schema else { continue };
            let (_, form) = forms.of(&Group::one(schema));
            for plain in &form.alternatives {
                for property in &plain.properties {
                    let group = Group::all(property.sites.clone(), &body.place);
                    let (_, inner) = forms.of(&group);
                    let is_flag = inner
                        .alternatives
                        .iter()
                        .any(|plain| plain.kinds().is_some_and(|types| types.is_only("boolean")));
                    if is_flag {
                        let default = inner.default.as_ref().and_then(|word| word.node.as_bool());
                        let name = property.name.to_owned();
                        found.push((name, default.unwrap_or(false), group.place()));
                    }
                }
            }
        }
        found
    }

    fn roles(&mut self, caller: Caller, old: &Operation<'a>, new: &Operation<'a>) {
        let said = |operation: &Operation<'a>| operation.site.get("x-stream");
        if let (Some(one), Some(two)) = (said(old), said(new)) {
            let known = [
                "switch", "count", "samples", "key", "text", "finish", "summary",
            ];
            self.leftover(caller, |found| {
                super::leftover::compare(&one, &two, &known, found);
            });
        }
        let role = |operation: &Operation<'a>, key: &str| {
            operation
                .site
                .get("x-stream")
                .and_then(|site| site.get(key))
        };
        for key in ["count", "samples", "key", "text", "finish"] {
            let (one, two) = (role(old, key), role(new, key));
            let same = match (&one, &two) {
                (Some(one), Some(two)) => same_value(one.node, two.node),
                (None, None) => true,
                _ => false,
            };
            if !same {
                let place = |site: Option<Site<'a>>, operation: &Operation<'a>| {
                    site.map_or_else(|| operation.site.place.clone(), |site| site.place)
                };
                let at = (place(one, old), place(two, new));
                let message = format!("the member that `x-stream.{key}` names changed");
                self.fact(caller, Kind::StreamRolesChanged, at, message);
            }
        }
    }
}

/// Whether a success of the operation is offered both as a stream and otherwise.
fn has_stream<'a>(side: Side<'a>, operation: &Operation<'a>) -> bool {
    let map = operation.site.get("responses");
    let mut answers = map.iter().flat_map(Site::members);
    operation.site.get("x-fern-streaming").is_some()
        || answers.any(|(key, site)| {
            let content = bodies::content(&side.follow(site));
            key.starts_with('2') && content.iter().any(bodies::Media::is_stream)
        })
}
