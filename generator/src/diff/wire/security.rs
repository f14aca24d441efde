//! Who may call: security requirements and the schemes they name.

mod scheme;

use super::build::same_value;
use super::operation::Operation;
use super::side::Side;
use super::{Caller, Wire};
use crate::diff::kind::Kind;
use crate::source::{Node, Place, Site};
use scheme::change;

/// One way to be let in: schemes that are needed together, with their scopes.
type Alternative<'a> = Vec<(&'a str, Vec<&'a str>)>;

/// The ways to be let in, and where they are said.
struct Door<'a> {
    ways: Vec<Alternative<'a>>,
    place: Place,
}

impl Door<'_> {
    fn is_open(&self) -> bool {
        self.ways.is_empty() || self.ways.iter().any(Vec::is_empty)
    }
}

fn door<'a>(side: Side<'a>, operation: &Operation<'a>) -> Door<'a> {
    let own = operation.site.get("security");
    let said = own.or_else(|| side.root().get("security").filter(|_| !operation.reversed));
    let each = said.iter().flat_map(Site::elements);
    Door {
        ways: each
            .map(|way| {
                let schemes = way.node.members().iter();
                schemes
                    .map(|(name, scopes)| {
                        let scopes = scopes.elements().iter().filter_map(Node::as_str);
                        (&**name, scopes.collect())
                    })
                    .collect()
            })
            .collect(),
        place: said.map_or_else(|| side.root().place, |site| site.place),
    }
}

fn scheme<'a>(side: Side<'a>, name: &str) -> Option<Site<'a>> {
    Some(side.follow(side.component("securitySchemes", name)?))
}

impl<'a> Wire<'a> {
    pub(super) fn security(&mut self, caller: Caller, old: &Operation<'a>, new: &Operation<'a>) {
        let before = door(self.pairs.old.side, old);
        let after = door(self.pairs.new.side, new);
        let at = (before.place.clone(), after.place.clone());
        match (before.is_open(), after.is_open()) {
            (true, true) => {}
            (true, false) => {
                let message = "credentials are needed now".to_owned();
                self.fact(caller, Kind::SecurityRequired, at, message);
            }
            (false, true) => {
                let message = "no credentials are needed any more".to_owned();
                self.fact(caller, Kind::SecurityDropped, at, message);
            }
            (false, false) => self.ways(caller, &before, &after),
        }
        self.schemes(caller, &before, &after);
    }

    fn ways(&mut self, caller: Caller, before: &Door<'a>, after: &Door<'a>) {
        let at = (before.place.clone(), after.place.clone());
        let lost: Vec<&Alternative<'a>> = before
            .ways
            .iter()
            .filter(|way| !after.ways.iter().any(|other| self.lets_in(way, other)))
            .collect();
        let gained: Vec<&Alternative<'a>> = after
            .ways
            .iter()
            .filter(|way| !before.ways.iter().any(|other| self.lets_in(other, way)))
            .collect();
        if lost.len() == before.ways.len() && !gained.is_empty() {
            let message = format!("{} is needed, no longer {}", say(&gained), say(&lost));
            // Who gives one key goes on to give one key, wherever it travels.
            let kind = if self.is_one_key(&lost, &gained) {
                Kind::KeyMoved
            } else {
                Kind::SecurityChanged
            };
            self.fact(caller, kind, at, message);
            return;
        }
        if !lost.is_empty() {
            let message = format!("{} no longer suffices", say(&lost));
            self.fact(
                caller,
                Kind::SecurityAlternativeRemoved,
                at.clone(),
                message,
            );
        }
        if !gained.is_empty() {
            let message = format!("{} suffices too", say(&gained));
            self.fact(caller, Kind::SecurityAlternativeAdded, at, message);
        }
        self.scopes(caller, before, after);
    }

    /// Whether who has what `old` asks for has all that `new` asks for, scopes left aside.
    fn lets_in(&self, old: &Alternative<'a>, new: &Alternative<'a>) -> bool {
        new.iter().all(|(wanted, _)| {
            old.iter()
                .any(|(had, _)| had == wanted || self.is_same(had, wanted))
        })
    }

    /// Whether a single API key is asked for, before and after.
    fn is_one_key(&self, lost: &[&Alternative<'a>], gained: &[&Alternative<'a>]) -> bool {
        let is_key = |side: Side<'a>, way: &Alternative<'a>| {
            let [(name, _)] = &way[..] else { return false };
            let kind = scheme(side, name).and_then(|site| site.node.get("type"));
            kind.and_then(Node::as_str) == Some("apiKey")
        };
        lost.iter().all(|way| is_key(self.pairs.old.side, way))
            && gained.iter().any(|way| is_key(self.pairs.new.side, way))
    }

    /// Whether two schemes of different names ask for the same credential.
    fn is_same(&self, old: &str, new: &str) -> bool {
        let one = scheme(self.pairs.old.side, old);
        let two = scheme(self.pairs.new.side, new);
        one.zip(two)
            .is_some_and(|(one, two)| change(&one, &two).is_none())
    }

    fn scopes(&mut self, caller: Caller, before: &Door<'a>, after: &Door<'a>) {
        for way in &before.ways {
            let same = after.ways.iter().find(|other| {
                other.len() == way.len()
                    && way
                        .iter()
                        .all(|(name, _)| other.iter().any(|(new, _)| new == name))
            });
            for (name, had) in way {
                let has = same.and_then(|other| other.iter().find(|(new, _)| new == name));
                let Some((_, has)) = has else { continue };
                let at = || (before.place.clone(), after.place.clone());
                for scope in has.iter().filter(|scope| !had.contains(scope)) {
                    let message = format!("`{name}` needs the scope `{scope}`");
                    self.fact(caller, Kind::ScopeAdded, at(), message);
                }
                for scope in had.iter().filter(|scope| !has.contains(scope)) {
                    let message = format!("`{name}` no longer needs the scope `{scope}`");
                    self.fact(caller, Kind::ScopeRemoved, at(), message);
                }
            }
        }
    }

    /// Schemes that both sides ask for, by name.
    fn schemes(&mut self, caller: Caller, before: &Door<'a>, after: &Door<'a>) {
        let mut seen: Vec<&str> = Vec::new();
        for (name, _) in before.ways.iter().flatten() {
            let both = after.ways.iter().flatten().any(|(other, _)| other == name);
            if !both || seen.contains(name) {
                continue;
            }
            seen.push(name);
            let one = scheme(self.pairs.old.side, name);
            let two = scheme(self.pairs.new.side, name);
            let (one, two) = match (one, two) {
                (Some(one), Some(two)) => (one, two),
                (None, None) => continue,
                (one, two) => {
                    let what = if one.is_some() { "no longer" } else { "now" };
                    let message = format!("the scheme `{name}` is {what} described");
                    let place = |scheme: Option<Site<'a>>, door: &Door<'a>| {
                        scheme.map_or_else(|| door.place.clone(), |site| site.place)
                    };
                    let at = (place(one, before), place(two, after));
                    self.fact(caller, Kind::Unclassified, at, message);
                    continue;
                }
            };
            let at = (one.place.clone(), two.place.clone());
            if let Some((kind, what)) = change(&one, &two) {
                self.fact(caller, kind, at, format!("the scheme `{name}` {what}"));
            } else if !same_value(one.node, two.node) {
                let known = [
                    "$ref",
                    "type",
                    "name",
                    "in",
                    "scheme",
                    "flows",
                    "bearerFormat",
                    "deprecated",
                ];
                self.leftover(caller, |found| {
                    super::leftover::compare(&one, &two, &known, found);
                });
                if one.node.get("flows") != two.node.get("flows") {
                    let message = format!("the scopes that `{name}` offers changed");
                    self.fact(caller, Kind::ScopeListChanged, at, message);
                }
            }
        }
    }
}

fn say(ways: &[&Alternative<'_>]) -> String {
    let each: Vec<String> = ways
        .iter()
        .map(|way| {
            let names: Vec<String> = way.iter().map(|(name, _)| format!("`{name}`")).collect();
            names.join(" with ")
        })
        .collect();
    each.join(" or ")
}
