//! Two alternatives compared, keyword by keyword.

use std::rc::Rc;

use super::build::same_value;
use super::form::{Plain, Word};
use super::pairs::{Findings, Pairs};
use super::parts::Group;
use super::text;
use crate::diff::kind::Kind;
use crate::openapi::TypeSet;
use crate::source::{Place, Site};

/// Both sides of a comparison, and where findings about them point to.
pub(super) struct Both<'p, 'a> {
    pub old: &'p Plain<'a>,
    pub new: &'p Plain<'a>,
    pub old_at: Place,
    pub new_at: Place,
}

impl<'a> Pairs<'a> {
    pub(super) fn compare_plains(
        &mut self,
        old: &Rc<Plain<'a>>,
        new: &Rc<Plain<'a>>,
        text: bool,
        found: &mut Findings,
    ) {
        let (Some(old_at), Some(new_at)) = (
            old.place.clone().or_else(|| new.place.clone()),
            new.place.clone().or_else(|| old.place.clone()),
        ) else {
            return;
        };
        let both = Both {
            old,
            new,
            old_at,
            new_at,
        };
        if !both.kinds(text, found) {
            return;
        }
        both.values(found);
        both.format(found);
        both.content(found);
        super::limits::compare(&both, found);
        self.rules(&both, found);
        both.others(found);
        super::idle::compare(&both, found);
        let kinds = old.kinds().zip(new.kinds());
        if kinds.is_none_or(|(old, new)| old.object || new.object) {
            self.compare_objects(&both, found);
        }
        if kinds.is_none_or(|(old, new)| old.array || new.array) {
            self.arrays(&both, text, found);
        }
    }

    fn arrays(&mut self, both: &Both<'_, 'a>, text: bool, found: &mut Findings) {
        let (old, new) = (both.old, both.new);
        if old.items.is_empty()
            && new.items.is_empty()
            && old.prefix.is_empty()
            && new.prefix.is_empty()
        {
            return;
        }
        for index in 0..old.prefix.len().max(new.prefix.len()) {
            let one = nth(old, index, &both.old_at);
            let two = nth(new, index, &both.new_at);
            let pair = self.groups(one, two);
            found.edge(pair);
        }
        let one = Group::all(old.items.clone(), &both.old_at);
        let two = Group::all(new.items.clone(), &both.new_at);
        let pair = if text {
            self.groups(one.into_text(), two.into_text())
        } else {
            self.groups(one, two)
        };
        found.edge(pair);
    }
}

/// What stands at an index of an array.
fn nth<'a>(plain: &Plain<'a>, index: usize, fallback: &Place) -> Group<'a> {
    match plain.prefix.get(index) {
        Some(site) => Group::one(site.clone()),
        None => Group::all(plain.items.clone(), fallback),
    }
}

impl<'a> Both<'_, 'a> {
    pub(super) fn fact(&self, kind: Kind, message: String, found: &mut Findings) {
        found.fact(kind, self.old_at.clone(), self.new_at.clone(), message);
    }

    /// A finding about a keyword that one side or both have.
    pub(super) fn at(
        &self,
        kind: Kind,
        old: Option<&Word<'_>>,
        new: Option<&Word<'_>>,
        message: String,
        found: &mut Findings,
    ) {
        let old = old.map_or_else(|| self.old_at.clone(), |word| word.place.clone());
        let new = new.map_or_else(|| self.new_at.clone(), |word| word.place.clone());
        found.fact(kind, old, new, message);
    }

    /// Compares the types; says whether the rest can be compared.
    fn kinds(&self, text: bool, found: &mut Findings) -> bool {
        if self.old.never != self.new.never {
            let (kind, message) = if self.new.never {
                (Kind::TypeNarrowed, "no value is allowed any more")
            } else {
                (Kind::TypeWidened, "values are allowed where none was")
            };
            self.fact(kind, message.to_owned(), found);
            return false;
        }
        let (old, new) = (self.old.kinds(), self.new.kinds());
        let kind = match (old, new) {
            _ if old == new => return true,
            // A list of words says its type by itself; what is compared is the words.
            (None, Some(_)) => Kind::TypeNarrowed,
            (Some(_), None) => Kind::TypeWidened,
            (Some(one), Some(two)) if one.and(two) == one => Kind::TypeWidened,
            (Some(one), Some(two)) if one.and(two) == two => Kind::TypeNarrowed,
            _ if text && is_free_text(self.new) && self.old.is_scalar() => Kind::TypeWidened,
            _ if text && is_free_text(self.old) && self.new.is_scalar() => Kind::TypeNarrowed,
            _ => Kind::TypeChanged,
        };
        let message = format!(
            "the type changed from {} to {}",
            text::kind(old),
            text::kind(new)
        );
        let at = |plain: &Plain<'_>, otherwise: &Place| {
            plain.types_at.clone().unwrap_or_else(|| otherwise.clone())
        };
        found.fact(
            kind,
            at(self.old, &self.old_at),
            at(self.new, &self.new_at),
            message,
        );
        let numbers = |types: Option<TypeSet>| {
            types.is_some_and(|types| types.is_only("integer") || types.is_only("number"))
        };
        numbers(old) && numbers(new)
    }

    fn values(&self, found: &mut Findings) {
        let list = |values: &[Word<'_>]| {
            let all: Vec<String> = values.iter().map(|word| text::value(word.node)).collect();
            text::list(&all)
        };
        match (&self.old.values, &self.new.values) {
            (None, None) => {}
            (Some(old), None) => {
                let message = format!("values other than {} are allowed", list(old));
                let at = list_place(old, &self.old_at);
                found.fact(Kind::EnumOpened, at, self.new_at.clone(), message);
            }
            (None, Some(new)) => {
                let message = format!("only {} is allowed now", list(new));
                let at = list_place(new, &self.new_at);
                found.fact(Kind::EnumClosed, self.old_at.clone(), at, message);
            }
            (Some(old), Some(new)) => {
                // A word that a limit beside the list refuses is not allowed, listed or not.
                let kept = |plain: &Plain<'a>, values: &[Word<'a>]| -> Vec<Word<'a>> {
                    let values = values.iter();
                    let kept = values.filter(|word| super::limits::keeps(plain, word.node));
                    kept.cloned().collect()
                };
                self.value_lists(&kept(self.old, old), &kept(self.new, new), found);
            }
        }
    }

    fn value_lists(&self, old: &[Word<'a>], new: &[Word<'a>], found: &mut Findings) {
        let has = |list: &[Word<'_>], word: &Word<'_>| {
            list.iter().any(|other| same_value(other.node, word.node))
        };
        if let ([one], [two]) = (old, new)
            && !has(new, one)
        {
            let message = format!(
                "the only value changed from `{}` to `{}`",
                text::value(one.node),
                text::value(two.node)
            );
            self.at(Kind::ConstantChanged, Some(one), Some(two), message, found);
            return;
        }
        for word in old.iter().filter(|word| !has(new, word)) {
            let message = format!(
                "the value `{}` is no longer allowed",
                text::value(word.node)
            );
            let at = list_place(new, &self.new_at);
            found.fact(Kind::EnumValueRemoved, word.place.clone(), at, message);
        }
        for word in new.iter().filter(|word| !has(old, word)) {
            let message = format!("the value `{}` is allowed too", text::value(word.node));
            let at = list_place(old, &self.old_at);
            found.fact(Kind::EnumValueAdded, at, word.place.clone(), message);
        }
    }

    fn format(&self, found: &mut Findings) {
        // Where the type changed, the format says nothing of its own.
        let listed = self.old.values.is_some() && self.new.values.is_some();
        let is_content = says_as_content(self.old, self.new) || says_as_content(self.new, self.old);
        if listed || is_content || self.old.kinds() != self.new.kinds() {
            return;
        }
        let kinds = self.new.kinds().unwrap_or(TypeSet::ALL);
        let (one, two) = (self.old.format_name(), self.new.format_name());
        let Some(kind) = super::format::compare(one, two, kinds) else {
            return;
        };
        let say =
            |name: Option<&str>| name.map_or_else(|| "none".to_owned(), |name| format!("`{name}`"));
        let message = format!("the format changed from {} to {}", say(one), say(two));
        let (old, new) = (self.old.format.as_ref(), self.new.format.as_ref());
        self.at(kind, old, new, message, found);
    }

    fn content(&self, found: &mut Findings) {
        for key in ["contentEncoding", "contentMediaType"] {
            let of = |plain: &Plain<'a>| {
                let word = plain.content.iter().find(|(name, _)| *name == key);
                word.map(|(_, word)| word.clone())
            };
            let (old, new) = (of(self.old), of(self.new));
            let same = match (&old, &new) {
                (Some(one), Some(two)) => one.node == two.node,
                (None, None) => true,
                _ => false,
            };
            if !same {
                let message = format!("`{key}` changed");
                self.at(
                    Kind::ContentChanged,
                    old.as_ref(),
                    new.as_ref(),
                    message,
                    found,
                );
            }
        }
    }

    /// Keywords that no rule knows.
    fn others(&self, found: &mut Findings) {
        let (old, new) = (&self.old.others, &self.new.others);
        for (key, word) in old {
            let other = new
                .iter()
                .find(|(name, _)| name == key)
                .map(|(_, word)| word);
            if other.is_none_or(|other| !same_value(other.node, word.node)) {
                let message = format!("`{key}` changed, and no rule knows what that means");
                self.at(
                    super::leftover::kind(key),
                    Some(word),
                    other,
                    message,
                    found,
                );
            }
        }
        for (key, word) in new {
            if !old.iter().any(|(name, _)| name == key) {
                let message = format!("`{key}` is new, and no rule knows what it means");
                self.at(super::leftover::kind(key), None, Some(word), message, found);
            }
        }
    }
}

/// Whether the format of one side is said by a keyword that says something else on the other.
fn says_as_content(one: &Plain<'_>, other: &Plain<'_>) -> bool {
    let said = one
        .format
        .as_ref()
        .and_then(|word| word.place.pointer.last());
    other.content.iter().any(|(key, _)| said == Some(*key))
}

/// Where a list of values stands.
fn list_place(values: &[Word<'_>], otherwise: &Place) -> Place {
    let first = values.first().map(|word| &word.place);
    let list = first.and_then(|place| {
        Some(Place {
            file: place.file,
            pointer: place.pointer.parent()?,
        })
    });
    list.unwrap_or_else(|| otherwise.clone())
}

/// A string of which nothing more is asked.
fn is_free_text(plain: &Plain<'_>) -> bool {
    plain.kinds().is_some_and(|types| types.is_only("string"))
        && plain.values.is_none()
        && plain.limits.is_empty()
        && plain.format.is_none()
}

impl Plain<'_> {
    pub(super) fn is_scalar(&self) -> bool {
        self.kinds()
            .is_some_and(|types| !types.array && !types.object)
    }

    /// A list of which nothing is asked that one element would not keep.
    pub(super) fn is_plain_list(&self) -> bool {
        let is_kept = |(key, word): &(&str, Word<'_>)| {
            let count = word.node.as_int();
            match *key {
                "minItems" => count.is_some_and(|count| count <= 1),
                "maxItems" => count.is_some_and(|count| count >= 1),
                other => other == "uniqueItems",
            }
        };
        self.kinds().is_some_and(|types| types.is_only("array"))
            && self.prefix.is_empty()
            && self.rules.is_empty()
            && self.values.is_none()
            && self.limits.iter().all(is_kept)
    }
}

/// The schema a keyword holds.
pub(super) fn schema_of<'a>(word: &Word<'a>) -> Group<'a> {
    Group::one(Site {
        node: word.node,
        place: word.place.clone(),
    })
}
