//! Where the service is found.

use super::operation::Operation;
use super::side::Side;
use super::{Caller, Wire};
use crate::diff::kind::Kind;
use crate::source::{Node, Place, Site};

struct Servers<'a> {
    list: Vec<Site<'a>>,
    place: Place,
}

fn servers<'a>(side: Side<'a>, operation: &Operation<'a>) -> Servers<'a> {
    // Where the server calls is for the client to say, not for the document.
    let said = [&operation.site, &operation.item]
        .iter()
        .find_map(|site| site.get("servers"))
        .or_else(|| side.root().get("servers").filter(|_| !operation.reversed));
    Servers {
        list: said.iter().flat_map(Site::elements).collect(),
        place: said.map_or_else(|| side.root().place, |site| site.place),
    }
}

fn url<'a>(site: &Site<'a>) -> &'a str {
    let url = site.node.get("url").and_then(Node::as_str);
    url.unwrap_or_default().trim_end_matches('/')
}

/// The variables of an address with what may be put in their places; what is said about them is left out.
fn variables<'a>(site: &Site<'a>) -> Vec<(&'a str, Option<&'a Node>, Vec<&'a Node>)> {
    let variables = site.node.get("variables").map(Node::members);
    let each = variables
        .unwrap_or_default()
        .iter()
        .map(|(name, variable)| {
            let values = variable.get("enum").map(Node::elements);
            let values = values.unwrap_or_default().iter().collect();
            (&**name, variable.get("default"), values)
        });
    let mut found: Vec<_> = each.collect();
    found.sort_by_key(|(name, ..)| *name);
    found
}

/// Whether all that may be put into an address still may, with the same defaults.
fn offers(old: &Site<'_>, new: &Site<'_>) -> bool {
    let (one, two) = (variables(old), variables(new));
    let mut pairs = one.iter().zip(&two);
    one.len() == two.len()
        && pairs.all(|((a, before, had), (b, after, has))| {
            // A variable without a list may be anything.
            let is_wider =
                has.is_empty() || (!had.is_empty() && had.iter().all(|value| has.contains(value)));
            a == b && before == after && is_wider
        })
}

impl<'a> Wire<'a> {
    pub(super) fn servers(&mut self, caller: Caller, old: &Operation<'a>, new: &Operation<'a>) {
        let before = servers(self.pairs.old.side, old);
        let after = servers(self.pairs.new.side, new);
        for one in &before.list {
            let same = after.list.iter().find(|two| url(two) == url(one));
            if let Some(two) = same {
                self.leftover(caller, |found| {
                    let known = ["url", "variables", "name"];
                    super::leftover::compare(one, two, &known, found);
                    let section = |site: &Site<'a>| site.get("variables");
                    let (old, new) = (section(one), section(two));
                    for (name, variable) in old.iter().flat_map(Site::members) {
                        if let Some(other) = new.as_ref().and_then(|site| site.get(name)) {
                            let known = ["default", "enum"];
                            super::leftover::compare(&variable, &other, &known, found);
                        }
                    }
                });
                if offers(one, two) && variables(one) != variables(two) {
                    let message = format!("the variables of `{}` may be more", url(one));
                    let at = (one.place.clone(), two.place.clone());
                    self.fact(caller, Kind::ServerAdded, at, message);
                } else if variables(one) != variables(two) {
                    let message = format!("the variables of `{}` changed", url(one));
                    let at = (one.place.clone(), two.place.clone());
                    self.fact(caller, Kind::ServerVariableChanged, at, message);
                }
            } else {
                let message = format!("the service is no longer said to be at `{}`", url(one));
                let at = (one.place.clone(), after.place.clone());
                self.fact(caller, Kind::ServerRemoved, at, message);
            }
        }
        for two in &after.list {
            if !before.list.iter().any(|one| url(one) == url(two)) {
                let message = format!("the service is at `{}` too", url(two));
                let at = (before.place.clone(), two.place.clone());
                self.fact(caller, Kind::ServerAdded, at, message);
            }
        }
    }
}
