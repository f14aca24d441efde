//! Two schema positions compared: null, defaults, and which alternative became which.

use std::rc::Rc;

use super::build::same_value;
use super::form::{Form, Overlap, Plain, Word};
use super::pairs::{Findings, PairId, Pairs};
use super::parts::{Group, component};
use super::relation::Truth;
use super::side::Side;
use super::text;
use crate::diff::kind::Kind;
use crate::source::Place;

/// Pairs of alternatives beyond this are not compared with each other.
const MOST_ALTERNATIVES: usize = 64;

impl<'a> Pairs<'a> {
    pub(super) fn compare_groups(
        &mut self,
        old: &Group<'a>,
        new: &Group<'a>,
        found: &mut Findings,
    ) {
        let (old_form, new_form) = self.forms(old, new);
        let places = self.places(old, new);
        if old_form.cut || new_form.cut {
            let message = "it has too many combinations of alternatives to be compared".to_owned();
            found.fact(Kind::Undecided, places.0, places.1, message);
            return;
        }
        let mut inner = Findings::default();
        compare_null(&old_form, &new_form, &places, &mut inner);
        compare_default(&old_form, &new_form, &places, &mut inner);
        super::tags::compare(&old_form, &new_form, &places, &mut inner);
        self.alternatives(
            &old_form,
            &new_form,
            old.text || new.text,
            &places,
            &mut inner,
        );
        let other = self
            .replaced(old, new)
            .filter(|_| self.is_incomparable(&inner));
        if let Some((one, two)) = other {
            let message = format!("`{two}` stands where `{one}` stood");
            found.fact(Kind::SchemaReplaced, old.place(), new.place(), message);
        } else {
            found.facts.append(&mut inner.facts);
            found.edges.append(&mut inner.edges);
        }
    }

    /// What findings about the whole position point to: the component it stands for on both sides, where
    /// whatever happened did so, or else the position itself.
    fn places(&self, old: &Group<'a>, new: &Group<'a>) -> (Place, Place) {
        let target = |side: Side<'a>, group: &Group<'a>| {
            let [site] = &group.sites[..] else {
                return None;
            };
            let target = side.follow(site.clone()).place;
            component(&target).is_some().then_some(target)
        };
        let both = target(self.old.side, old).zip(target(self.new.side, new));
        both.filter(|(one, two)| component(one) == component(two))
            .unwrap_or_else(|| (old.place(), new.place()))
    }

    /// The names of two components of which one was put in the place of the other, both being there before and after.
    fn replaced(&self, old: &Group<'a>, new: &Group<'a>) -> Option<(String, String)> {
        let name = |side: Side<'a>, group: &Group<'a>| {
            let [site] = &group.sites[..] else {
                return None;
            };
            let reference = site.node.get("$ref")?.as_str()?;
            let target = side.resolve(site, reference)?;
            component(&target.place).map(str::to_owned)
        };
        let one = name(self.old.side, old)?;
        let two = name(self.new.side, new)?;
        let known = |side: Side<'a>, name: &str| side.component("schemas", name).is_some();
        let both = known(self.new.side, &one) && known(self.old.side, &two);
        (one != two && both).then_some((one, two))
    }

    fn alternatives(
        &mut self,
        old: &Form<'a>,
        new: &Form<'a>,
        text: bool,
        places: &(Place, Place),
        found: &mut Findings,
    ) {
        match (&old.alternatives[..], &new.alternatives[..]) {
            ([], []) => {}
            ([one], [two]) => {
                let pair = self.plains(one, two, text);
                found.edge(pair);
            }
            (one, two)
                if one.len().max(two.len()) > MOST_ALTERNATIVES && !same_places(one, two) =>
            {
                let message = "it has too many alternatives to be told apart".to_owned();
                found.fact(Kind::Undecided, places.0.clone(), places.1.clone(), message);
            }
            (one, two) => {
                let matches = self.matching(one, two, text);
                self.matched(old, new, &matches, text, places, found);
                exclusivity(old, new, places, found);
                self.collisions(old, new, text, places, found);
            }
        }
    }

    /// Says what became of each alternative.
    fn matched(
        &mut self,
        old: &Form<'a>,
        new: &Form<'a>,
        matches: &[(usize, usize)],
        text: bool,
        places: &(Place, Place),
        found: &mut Findings,
    ) {
        for (one, two) in matches {
            let pair = self.plains(&old.alternatives[*one], &new.alternatives[*two], text);
            found.edge(pair);
        }
        let lost = (0..old.alternatives.len())
            .filter(|index| !matches.iter().any(|(one, _)| one == index));
        let (kept, lost): (Vec<_>, Vec<_>) = lost
            .partition(|index| self.is_within(&old.alternatives[*index], &new.alternatives, text));
        let gained = (0..new.alternatives.len())
            .filter(|index| !matches.iter().any(|(_, two)| two == index));
        let (known, gained): (Vec<_>, Vec<_>) = gained
            .partition(|index| self.contains(&old.alternatives, &new.alternatives[*index], text));
        let before = |found: &mut Findings, index: usize, kind, what: &str| {
            let plain = &old.alternatives[index];
            let message = format!("{} {what}", text::alternative(plain));
            found.fact(kind, plain.at(&places.0), places.1.clone(), message);
        };
        let after = |found: &mut Findings, index: usize, kind, what: &str| {
            let plain = &new.alternatives[index];
            let message = format!("{} {what}", text::alternative(plain));
            found.fact(kind, places.0.clone(), plain.at(&places.1), message);
        };
        for index in kept {
            let what = "is gone, and another alternative allows it";
            before(found, index, Kind::AlternativeIdle, what);
        }
        for index in known {
            let what = "is new, and another alternative allowed it";
            after(found, index, Kind::AlternativeIdle, what);
        }
        if matches.is_empty() && !lost.is_empty() && !gained.is_empty() {
            let (was, is) = (&old.alternatives, &new.alternatives);
            let (was, is) = (text::kinds(was), text::kinds(is));
            let message = format!("the type changed from {was} to {is}");
            let (one, two) = places.clone();
            return found.fact(Kind::TypeChanged, one, two, message);
        }
        for index in lost {
            let what = "is no longer allowed";
            before(found, index, Kind::AlternativeRemoved, what);
        }
        for index in gained {
            after(found, index, Kind::AlternativeAdded, "is allowed too");
        }
    }

    /// A schema that becomes one of several alternatives, or ceases to be: what two of them allow, `oneOf` refuses.
    fn collisions(
        &mut self,
        old: &Form<'a>,
        new: &Form<'a>,
        text: bool,
        places: &(Place, Place),
        found: &mut Findings,
    ) {
        let is_exclusive = |form: &Form<'a>| {
            form.overlap == Some(Overlap::Refused) && form.discriminator.is_none()
        };
        let (kind, message, pairs) = match (&old.alternatives[..], &new.alternatives[..]) {
            ([one], many) if is_exclusive(new) => {
                let each = many.iter().filter(|two| one.kinds() == two.kinds());
                let pairs = each.map(|two| self.plains(one, two, text)).collect();
                let message = "what was allowed fits two alternatives of `oneOf`, which refuses it";
                (Kind::AlternativesCollide, message, pairs)
            }
            (many, [two]) if is_exclusive(old) => {
                let each = many.iter().filter(|one| one.kinds() == two.kinds());
                let pairs: Vec<PairId> = each.map(|one| self.plains(one, two, text)).collect();
                let message = "what fitted two alternatives of `oneOf` and was refused is allowed";
                (Kind::AlternativesParted, message, pairs)
            }
            _ => return,
        };
        let holding = pairs.iter().filter(|pair| {
            let relation = self.relate(**pair);
            let within = match kind {
                Kind::AlternativesCollide => relation.widened,
                _ => relation.narrowed,
            };
            within == Truth::Yes
        });
        if holding.count() > 1 {
            found.fact(kind, places.0.clone(), places.1.clone(), message.to_owned());
        }
    }

    /// Whether some alternative of the new side allows all of `plain`.
    fn is_within(&mut self, plain: &Rc<Plain<'a>>, others: &[Rc<Plain<'a>>], text: bool) -> bool {
        others.iter().any(|other| {
            let pair = self.plains(plain, other, text);
            self.relate(pair).widened == Truth::Yes
        })
    }

    /// Whether some alternative of the old side allows all of `plain`.
    fn contains(&mut self, others: &[Rc<Plain<'a>>], plain: &Rc<Plain<'a>>, text: bool) -> bool {
        others.iter().any(|other| {
            let pair = self.plains(other, plain, text);
            self.relate(pair).narrowed == Truth::Yes
        })
    }

    /// Which alternative became which: the same component, the same values, the same tag, the same kind.
    fn matching(
        &mut self,
        old: &[Rc<Plain<'a>>],
        new: &[Rc<Plain<'a>>],
        text: bool,
    ) -> Vec<(usize, usize)> {
        let mut matches = Matches::default();
        matches.take(old, new, |one, two| {
            let name =
                |plain: &Plain<'_>| plain.place.as_ref().and_then(component).map(str::to_owned);
            name(one).is_some() && name(one) == name(two) && one.kinds() == two.kinds()
        });
        matches.take(old, new, |one, two| {
            let pair = self.plains(one, two, text);
            self.relate(pair).is_equal()
        });
        matches.take(old, new, |one, two| {
            super::tags::constants(one)
                .iter()
                .any(|constant| super::tags::constants(two).contains(constant))
        });
        matches.take(old, new, |one, two| {
            let pair = self.plains(one, two, text);
            let relation = self.relate(pair);
            one.kinds() == two.kinds() && relation.widened.max(relation.narrowed) == Truth::Yes
        });
        matches.take(old, new, |one, two| {
            one.kinds() == two.kinds() && alike(one, two)
        });
        matches.0
    }
}

/// `oneOf` refuses what several of its branches allow, `anyOf` does not.
fn exclusivity(old: &Form<'_>, new: &Form<'_>, places: &(Place, Place), found: &mut Findings) {
    let allowed = |form: &Form<'_>| form.overlap == Some(Overlap::Allowed);
    if allowed(old) == allowed(new)
        || old.alternatives.len() < 2
        || new.alternatives.len() < 2
        || (are_apart(&old.alternatives) && are_apart(&new.alternatives))
    {
        return;
    }
    let (kind, message) = if allowed(old) {
        let message = "values that several alternatives allow are refused (`anyOf` became `oneOf`)";
        (Kind::OverlapRefused, message)
    } else {
        let message =
            "values that several alternatives allow are accepted (`oneOf` became `anyOf`)";
        (Kind::OverlapAccepted, message)
    };
    found.fact(kind, places.0.clone(), places.1.clone(), message.to_owned());
}

#[derive(Debug, Default)]
struct Matches(Vec<(usize, usize)>);

impl Matches {
    fn take<'a>(
        &mut self,
        old: &[Rc<Plain<'a>>],
        new: &[Rc<Plain<'a>>],
        mut is_match: impl FnMut(&Rc<Plain<'a>>, &Rc<Plain<'a>>) -> bool,
    ) {
        for (index, one) in old.iter().enumerate() {
            if self.0.iter().any(|(taken, _)| *taken == index) {
                continue;
            }
            let free = new
                .iter()
                .enumerate()
                .filter(|(other, _)| !self.0.iter().any(|(_, taken)| taken == other));
            let found = free
                .into_iter()
                .find(|(_, two)| is_match(one, two))
                .map(|(at, _)| at);
            if let Some(at) = found {
                self.0.push((index, at));
            }
        }
    }
}

/// Whether two alternatives of one kind are the same thing, changed.
fn alike(one: &Plain<'_>, two: &Plain<'_>) -> bool {
    if one.properties.is_empty() && two.properties.is_empty() {
        return true;
    }
    let shared = one
        .properties
        .iter()
        .filter(|property| two.property(property.name).is_some())
        .count();
    let distinct = |a: &Plain<'_>, b: &Plain<'_>| {
        super::tags::constants(a).len() * super::tags::constants(b).len()
    };
    distinct(one, two) == 0 && 2 * shared > one.properties.len().max(two.properties.len())
}

/// Whether no value fits two of the alternatives.
fn are_apart(alternatives: &[Rc<Plain<'_>>]) -> bool {
    alternatives.iter().enumerate().all(|(index, one)| {
        alternatives[..index].iter().all(|two| {
            let kinds = match (one.kinds(), two.kinds()) {
                (Some(one), Some(two)) => one.and(two).is_none(),
                _ => false,
            };
            let constants = super::tags::constants(two);
            kinds
                || super::tags::constants(one).iter().any(|(name, value)| {
                    constants
                        .iter()
                        .any(|(other, differs)| name == other && value != differs)
                })
        })
    })
}

fn same_places(old: &[Rc<Plain<'_>>], new: &[Rc<Plain<'_>>]) -> bool {
    let pointer = |plain: &Rc<Plain<'_>>| plain.place.as_ref().map(|place| place.pointer.clone());
    old.len() == new.len()
        && old
            .iter()
            .zip(new)
            .all(|(one, two)| pointer(one) == pointer(two))
}

fn compare_null(old: &Form<'_>, new: &Form<'_>, places: &(Place, Place), found: &mut Findings) {
    let anything = |form: &Form<'_>| form.alternatives.iter().any(|plain| plain.is_empty());
    // Who says no type says nothing of null either; what is new is the saying.
    let silent = |form: &Form<'_>| {
        let mut each = form.alternatives.iter();
        each.any(|plain| plain.types.is_none() && plain.values.is_none())
    };
    if old.null == new.null || anything(old) || anything(new) || silent(old) != silent(new) {
        return;
    }
    let (kind, message) = if new.null {
        (Kind::NullAllowed, "null is allowed")
    } else {
        (Kind::NullRefused, "null is no longer allowed")
    };
    found.fact(kind, places.0.clone(), places.1.clone(), message.to_owned());
}

fn compare_default(old: &Form<'_>, new: &Form<'_>, places: &(Place, Place), found: &mut Findings) {
    let at = |word: &Option<Word<'_>>, otherwise: &Place| {
        word.as_ref()
            .map_or_else(|| otherwise.clone(), |word| word.place.clone())
    };
    let (kind, message) = match (&old.default, &new.default) {
        (None, None) => return,
        (Some(one), Some(two)) if same_value(one.node, two.node) => return,
        (Some(one), Some(two)) => {
            let (one, two) = (text::value(one.node), text::value(two.node));
            (
                Kind::DefaultChanged,
                format!("the default changed from `{one}` to `{two}`"),
            )
        }
        (Some(one), None) => {
            let value = text::value(one.node);
            (
                Kind::DefaultRemoved,
                format!("the default `{value}` is gone"),
            )
        }
        (None, Some(two)) => {
            let value = text::value(two.node);
            (Kind::DefaultAdded, format!("the default is now `{value}`"))
        }
    };
    let places = (at(&old.default, &places.0), at(&new.default, &places.1));
    found.fact(kind, places.0, places.1, message);
}
