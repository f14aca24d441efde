//! Parameters compared: where they travel, how they are written, whether they must be there.

use super::form::{Form, Word};
use super::leftover;
use super::operation::{Operation, variables};
use super::parts::Group;
use super::side::Side;
use super::{Caller, Wire};
use crate::diff::change::Direction;
use crate::diff::kind::Kind;
use crate::source::{Node, Place, Site};

const KNOWN: [&str; 12] = [
    "$ref",
    "name",
    "in",
    "required",
    "deprecated",
    "allowEmptyValue",
    "style",
    "explode",
    "allowReserved",
    "schema",
    "content",
    "description",
];

/// A parameter.
#[derive(Debug, Clone)]
struct Param<'a> {
    name: &'a str,
    place: &'a str,
    site: Site<'a>,
}

impl<'a> Param<'a> {
    fn read(site: Site<'a>) -> Option<Self> {
        let word = |key: &str| site.node.get(key).and_then(Node::as_str);
        let (name, place) = (word("name")?, word("in")?);
        // The specification says to pass over these: other keywords decide them.
        let ignored = ["accept", "content-type", "authorization"];
        let is_ignored = place == "header" && ignored.contains(&name.to_lowercase().as_str());
        (!is_ignored).then_some(Self { name, place, site })
    }

    fn flag(&self, key: &str) -> Option<bool> {
        self.site.node.get(key).and_then(Node::as_bool)
    }

    fn required(&self) -> bool {
        self.place == "path" || self.flag("required") == Some(true)
    }

    /// How the value is written: the style with its default, and what is sent instead of plain text.
    fn style(&self) -> (String, bool) {
        if let Some((media, _)) = self
            .site
            .get("content")
            .and_then(|map| map.members().next())
        {
            return (format!("content {media}"), false);
        }
        let usual = match self.place {
            "query" | "cookie" => "form",
            _ => "simple",
        };
        let style = self.site.node.get("style").and_then(Node::as_str);
        let style = style.unwrap_or(usual);
        let reserved = self.flag("allowReserved") == Some(true);
        (style.to_owned(), reserved && self.place == "query")
    }

    fn explode(&self) -> bool {
        self.flag("explode")
            .unwrap_or_else(|| self.style().0 == "form")
    }

    /// Whether each element of a list is sent by itself, under the same name.
    fn is_spread(&self) -> bool {
        matches!(self.place, "query" | "cookie") && self.style().0 == "form" && self.explode()
    }

    fn group(&self) -> Group<'a> {
        if let Some((_, media)) = self
            .site
            .get("content")
            .and_then(|map| map.members().next())
        {
            return media
                .get("schema")
                .map_or_else(|| Group::anything(&self.site.place), Group::one);
        }
        self.site
            .get("schema")
            .map_or_else(|| Group::anything(&self.site.place), Group::one)
            .into_text()
    }

    /// What identifies it; variables of a path by their position in it.
    fn key(&self, path: &str) -> (String, String) {
        let name = match self.place {
            "header" => self.name.to_lowercase(),
            "path" => variables(path)
                .iter()
                .position(|name| *name == self.name)
                .map_or_else(|| self.name.to_owned(), |at| format!("{{{at}}}")),
            _ => self.name.to_owned(),
        };
        (self.place.to_owned(), name)
    }
}

/// The parameters of an operation, those of its path item included.
fn list<'a>(side: Side<'a>, operation: &Operation<'a>) -> Vec<Param<'a>> {
    let read = |site: &Site<'a>| -> Vec<Param<'a>> {
        let list = site.get("parameters");
        let each = list.iter().flat_map(Site::elements);
        each.filter_map(|site| Param::read(side.follow(site)))
            .collect()
    };
    let mut found = read(&operation.site);
    for shared in read(&operation.item) {
        let key = shared.key(operation.path);
        if !found.iter().any(|own| own.key(operation.path) == key) {
            found.push(shared);
        }
    }
    found
}

impl<'a> Wire<'a> {
    pub(super) fn params(&mut self, caller: Caller, old: &Operation<'a>, new: &Operation<'a>) {
        let before = list(self.pairs.old.side, old);
        let mut after = list(self.pairs.new.side, new);
        let same_path = super::operation::shape(old.path) == super::operation::shape(new.path);
        let key = |param: &Param<'a>, path: &str| {
            if same_path {
                param.key(path)
            } else {
                (param.place.to_owned(), param.name.to_lowercase())
            }
        };
        let mut lost = Vec::new();
        for param in before {
            let wanted = key(&param, old.path);
            match after
                .iter()
                .position(|other| key(other, new.path) == wanted)
            {
                Some(at) => {
                    let other = after.remove(at);
                    self.param(caller, &param, &other);
                }
                None => lost.push(param),
            }
        }
        for param in lost {
            let moved = after.iter().position(|other| other.name == param.name);
            match moved.map(|at| after.remove(at)) {
                Some(other) if other.place == param.place => self.param(caller, &param, &other),
                Some(other) => self.moved_param(caller, &param, &other),
                None => self.lost(caller, &param, new),
            }
        }
        for param in after {
            self.gained(caller, &param, old);
        }
    }

    fn param(&mut self, caller: Caller, old: &Param<'a>, new: &Param<'a>) {
        let at = (old.site.place.clone(), new.site.place.clone());
        let name = new.name;
        if old.required() != new.required() {
            let (kind, message) = if new.required() {
                (
                    Kind::ParameterRequired,
                    format!("the parameter `{name}` is now required"),
                )
            } else {
                (
                    Kind::ParameterOptional,
                    format!("the parameter `{name}` is no longer required"),
                )
            };
            self.fact(caller, kind, at.clone(), message);
        }
        self.style(caller, old, new);
        let empty = |param: &Param<'_>| param.flag("allowEmptyValue") == Some(true);
        if empty(old) != empty(new) {
            let (kind, what) = if empty(new) {
                (Kind::EmptyValueAccepted, "accepted")
            } else {
                (Kind::EmptyValueRefused, "refused")
            };
            let message = format!("an empty value of the parameter `{name}` is {what}");
            self.fact(caller, kind, at, message);
        }
        self.leftover(caller, |found| {
            leftover::compare(&old.site, &new.site, &KNOWN, found);
        });
        if !self.repeated(caller, old, new) {
            let pair = self.pairs.groups(old.group(), new.group());
            self.root(caller, pair, Direction::Request);
        }
    }

    /// A parameter that is spread looks the same with one value as a list of one: `?tag=a`.
    ///
    /// Says so where one side has the value and the other the list, and whether it was that.
    fn repeated(&mut self, caller: Caller, old: &Param<'a>, new: &Param<'a>) -> bool {
        if !old.is_spread() || !new.is_spread() {
            return false;
        }
        let (one, two) = self.pairs.forms(&old.group(), &new.group());
        let items = |form: &Form<'a>| match &form.alternatives[..] {
            [list] if list.is_plain_list() => Some(list.items.clone()),
            _ => None,
        };
        let is_value = |form: &Form<'a>| {
            let mut each = form.alternatives.iter();
            each.all(|plain| plain.is_scalar()) && !form.alternatives.is_empty()
        };
        let at = (old.site.place.clone(), new.site.place.clone());
        let list = |items, at: &Place| Group::all(items, at).into_text();
        let (kind, message, pair) = match (items(&one), items(&two)) {
            (None, Some(items)) if is_value(&one) => {
                let message = format!("the parameter `{}` may be given several times", new.name);
                let pair = self.pairs.groups(old.group(), list(items, &at.1));
                (Kind::TypeWidened, message, pair)
            }
            (Some(items), None) if is_value(&two) => {
                let message = format!("the parameter `{}` may be given only once", new.name);
                let pair = self.pairs.groups(list(items, &at.0), new.group());
                (Kind::TypeNarrowed, message, pair)
            }
            _ => return false,
        };
        self.fact_of(caller, kind, Some(Direction::Request), at, message);
        self.root(caller, pair, Direction::Request);
        true
    }

    fn style(&mut self, caller: Caller, old: &Param<'a>, new: &Param<'a>) {
        let word = |param: &Param<'a>, key: &str| {
            let word = param.site.get(key).map(Word::from);
            word.map_or_else(|| param.site.place.clone(), |word| word.place)
        };
        let ((one, raw_one), (two, raw_two)) = (old.style(), new.style());
        if one != two || raw_one != raw_two {
            let at = (word(old, "style"), word(new, "style"));
            let message = if one == two {
                format!(
                    "reserved characters of the parameter `{}` are escaped differently",
                    new.name
                )
            } else {
                format!(
                    "the parameter `{}` is written as {two}, no longer as {one}",
                    new.name
                )
            };
            self.fact(caller, Kind::ParameterStyleChanged, at, message);
        } else if old.explode() != new.explode() {
            let at = (word(old, "explode"), word(new, "explode"));
            let is_scalar = |form: &Form<'_>| {
                form.alternatives.iter().all(|plain| {
                    plain
                        .kinds()
                        .is_some_and(|types| !types.array && !types.object)
                })
            };
            let (one, two) = self.pairs.forms(&old.group(), &new.group());
            let (kind, message) = if is_scalar(&one) && is_scalar(&two) {
                let message = format!("`explode` of the scalar parameter `{}` changed", new.name);
                (Kind::ParameterExplodeIdle, message)
            } else {
                let message = format!("the parameter `{}` is spread differently", new.name);
                (Kind::ParameterStyleChanged, message)
            };
            self.fact(caller, kind, at, message);
        }
    }

    fn moved_param(&mut self, caller: Caller, old: &Param<'a>, new: &Param<'a>) {
        let message = format!(
            "the parameter `{}` is sent in the {}, no longer in the {}",
            new.name, new.place, old.place
        );
        let at = (old.site.place.clone(), new.site.place.clone());
        self.fact(caller, Kind::ParameterMoved, at, message);
        let pair = self.pairs.groups(old.group(), new.group());
        self.root(caller, pair, Direction::Request);
    }

    fn lost(&mut self, caller: Caller, param: &Param<'a>, new: &Operation<'a>) {
        let kind = if param.required() {
            Kind::RequiredParameterRemoved
        } else {
            Kind::ParameterRemoved
        };
        let message = format!("the {} parameter `{}` is gone", param.place, param.name);
        let at = (param.site.place.clone(), new.site.place.clone());
        self.fact(caller, kind, at, message);
    }

    fn gained(&mut self, caller: Caller, param: &Param<'a>, old: &Operation<'a>) {
        let (kind, what) = if param.required() {
            (Kind::RequiredParameterAdded, "new and required")
        } else {
            (Kind::ParameterAdded, "new")
        };
        let message = format!("the {} parameter `{}` is {what}", param.place, param.name);
        let at = (old.site.place.clone(), param.site.place.clone());
        self.fact(caller, kind, at, message);
    }
}
