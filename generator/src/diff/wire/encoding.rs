//! How the parts of a form are written: what `encoding` says of each, or else what its schema asks for.

use super::bodies::Media;
use super::build::{Forms, same_value};
use super::form::{Form, Plain};
use super::parts::Group;
use super::{Caller, Wire};
use crate::diff::kind::Kind;
use crate::source::{Node, Place, Site};

/// What a part without an `encoding` is sent as when it is a file.
const FILE: &str = "application/octet-stream";

/// What a part without an `encoding` is sent as when it is a word or a number.
const TEXT: &str = "text/plain";

/// What a part without an `encoding` is sent as when it is an object.
const JSON: &str = "application/json";

/// Lists within lists beyond this are not looked into.
const DEEPEST: usize = 8;

/// One part of a form.
struct Part<'a> {
    place: Place,
    /// Its entry of `encoding`.
    said: Option<&'a Node>,
    /// The media types it may be sent as; `None` when the schema leaves that open.
    media: Option<Vec<String>>,
}

impl Part<'_> {
    fn word(&self, key: &str) -> Option<&Node> {
        self.said?.get(key)
    }

    /// How a value of several words is put together: style, whether it is spread, whether signs stay. What goes as JSON
    /// where nothing is said of these has no style.
    fn style(&self) -> (&str, bool, bool) {
        let keys = ["style", "explode", "allowReserved"];
        if self.is_json() && keys.iter().all(|key| self.word(key).is_none()) {
            return ("", false, false);
        }
        let style = self.word("style").and_then(Node::as_str).unwrap_or("form");
        let flag = |key: &str| self.word(key).and_then(Node::as_bool);
        let explode = flag("explode").unwrap_or(style == "form");
        (style, explode, flag("allowReserved") == Some(true))
    }

    fn has_same_headers(&self, other: &Self) -> bool {
        match (self.word("headers"), other.word("headers")) {
            (Some(one), Some(two)) => same_value(one, two),
            (one, two) => one.is_none() && two.is_none(),
        }
    }

    fn is_json(&self) -> bool {
        let media = self.media.as_deref().unwrap_or_default();
        media.iter().any(|media| media == JSON)
    }

    fn is_file_or_text(&self) -> bool {
        let media = self.media.as_deref().unwrap_or_default();
        media.len() == 1 && media.iter().all(|media| media == FILE || media == TEXT)
    }
}

impl<'a> Wire<'a> {
    /// Compares how the parts of a body are written.
    pub(super) fn encoding(&mut self, caller: Caller, old: &Media<'a>, new: &Media<'a>) {
        for name in self.part_names(old, new) {
            let one = part(&mut self.pairs.old, old, name);
            let two = part(&mut self.pairs.new, new, name);
            let at = (one.place.clone(), two.place.clone());
            if one.style() != two.style() || !one.has_same_headers(&two) {
                let message = format!("the part `{name}` is written differently");
                self.fact(caller, Kind::PartEncodingChanged, at, message);
            } else if one.said.is_some()
                || two.said.is_some()
                || (one.is_file_or_text() && two.is_file_or_text())
            {
                self.part_media(caller, name, (&one, &two));
            }
        }
    }

    /// Every part that either side says something of; of multipart bodies, every part there is on both.
    fn part_names(&mut self, old: &Media<'a>, new: &Media<'a>) -> Vec<&'a str> {
        let mut found: Vec<&'a str> = Vec::new();
        let said = [old, new]
            .into_iter()
            .filter_map(|media| media.site.as_ref()?.node.get("encoding"));
        found.extend(said.flat_map(Node::members).map(|(name, _)| &**name));
        if new.essence.starts_with("multipart/")
            && !self.pairs.same.groups(&old.group(), &new.group())
        {
            let (one, two) = self.pairs.forms(&old.group(), &new.group());
            let names = |form: &Form<'a>| -> Vec<&'a str> {
                let plains = form.alternatives.iter();
                plains
                    .flat_map(|plain| plain.properties.iter().map(|property| property.name))
                    .collect()
            };
            let after = names(&two);
            found.extend(names(&one).into_iter().filter(|name| after.contains(name)));
        }
        let mut seen = std::collections::HashSet::new();
        found.retain(|name| seen.insert(*name));
        found
    }

    fn part_media(&mut self, caller: Caller, name: &str, (one, two): (&Part<'a>, &Part<'a>)) {
        let (Some(before), Some(after)) = (&one.media, &two.media) else {
            // What the schema leaves open is only the same when nothing is said on either side.
            if one.media != two.media {
                let message = format!("the part `{name}` is written differently");
                let at = (one.place.clone(), two.place.clone());
                self.fact(caller, Kind::PartEncodingChanged, at, message);
            }
            return;
        };
        let lost: Vec<&String> = before
            .iter()
            .filter(|media| !after.contains(media))
            .collect();
        let gained: Vec<&String> = after
            .iter()
            .filter(|media| !before.contains(media))
            .collect();
        let named = |all: &[&String]| {
            let words: Vec<String> = all.iter().map(|media| format!("`{media}`")).collect();
            words.join(" or ")
        };
        let (kind, message) = match (&lost[..], &gained[..]) {
            ([], []) => return,
            ([], gained) => {
                let message = format!("the part `{name}` can be sent as {} too", named(gained));
                (Kind::RequestMediaAdded, message)
            }
            (lost, []) => {
                let message = format!("the part `{name}` can no longer be sent as {}", named(lost));
                (Kind::RequestMediaRemoved, message)
            }
            (lost, gained) => {
                let message = format!(
                    "the part `{name}` is sent as {}, no longer as {}",
                    named(gained),
                    named(lost)
                );
                (Kind::PartEncodingChanged, message)
            }
        };
        self.fact(
            caller,
            kind,
            (one.place.clone(), two.place.clone()),
            message,
        );
    }
}

/// A part of a body by its name.
fn part<'a>(forms: &mut Forms<'a>, media: &Media<'a>, name: &str) -> Part<'a> {
    let said = media
        .site
        .as_ref()
        .and_then(|site| site.get("encoding")?.get(name));
    let (_, form) = forms.of(&media.group());
    let mut sites: Vec<Site<'a>> = Vec::new();
    for plain in &form.alternatives {
        sites.extend(
            plain
                .property(name)
                .into_iter()
                .flat_map(|property| property.sites.iter().cloned()),
        );
    }
    let group = Group::all(sites, &media.place);
    let place = said
        .as_ref()
        .map_or_else(|| group.place(), |site| site.place.clone());
    let said = said.map(|site| site.node);
    let content = said
        .and_then(|node| node.get("contentType"))
        .and_then(Node::as_str);
    let media = match content {
        Some(text) => Some(
            text.split(',')
                .map(|one| one.trim().to_lowercase())
                .collect(),
        ),
        None => usual(forms, &group, 0).map(|one| vec![one]),
    };
    Part { place, said, media }
}

/// The media type of a part of which nothing is said; `None` where its schema leaves that open.
fn usual<'a>(forms: &mut Forms<'a>, group: &Group<'a>, depth: usize) -> Option<String> {
    let (_, form) = forms.of(group);
    let mut found: Option<String> = None;
    for plain in &form.alternatives {
        let media = of_plain(forms, plain, depth)?;
        if found.as_ref().is_some_and(|found| *found != media) {
            return None;
        }
        found = Some(media);
    }
    found
}

fn of_plain<'a>(forms: &mut Forms<'a>, plain: &Plain<'a>, depth: usize) -> Option<String> {
    let said = plain
        .content
        .iter()
        .find(|(key, _)| *key == "contentMediaType");
    if let Some((_, word)) = said {
        return word.node.as_str().map(str::to_owned);
    }
    let kinds = plain.kinds()?;
    if kinds.is_only("object") {
        return Some(JSON.to_owned());
    }
    if kinds.is_only("array") && depth < DEEPEST {
        let items = Group::all(plain.items.clone(), plain.place.as_ref()?);
        return usual(forms, &items, depth + 1);
    }
    if kinds.array || kinds.object {
        return None;
    }
    match plain.format_name() {
        Some("binary") => Some(FILE.to_owned()),
        // It is sent as the words that stand for it.
        Some("byte" | "base64" | "base64url") => None,
        _ => Some(TEXT.to_owned()),
    }
}
