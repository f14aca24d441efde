//! Branches that only require members: what of it the model holds, and a note of what it does not.

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::Asked;
use crate::lower::context::Context;
use crate::lower::flat::{Choice, Flat};
use crate::source::Site;

/// What becomes of what branches ask together.
enum Kept {
    /// A type says all of it.
    Whole,
    /// Documentation says it, and the server judges it.
    Told,
    /// Nothing says it.
    Lost,
}

impl<'d> Context<'d> {
    /// Takes in what branches ask that say no more than which members a value must have: those that
    /// each of them requires, and what each requires more.
    pub(super) fn require(&mut self, base: &mut Flat<'d>, choice: &Choice<'d>) {
        let lists: Option<Vec<Vec<&'d str>>> = choice
            .branches
            .iter()
            .map(|site| required_alone(base, site))
            .collect();
        let kept = lists.map_or(Kept::Lost, |lists| require_lists(base, &lists, choice.any));
        let message = match kept {
            Kept::Whole => return,
            Kept::Told if choice.any => {
                "that at least one of the branches holds is documented, not enforced"
            }
            Kept::Told => "that exactly one of the branches holds is documented, not enforced",
            Kept::Lost => {
                "which members must come together, and what else the branches ask, is for the server to judge"
            }
        };
        let mut place = choice.at.clone();
        place.pointer = place
            .pointer
            .child(if choice.any { "anyOf" } else { "oneOf" });
        let note = Diagnostic::note(Code::NotTyped, place, message);
        self.report.push(note.at_key());
    }
}

/// Takes in what the lists ask together; `any` says whether several may hold.
fn require_lists<'d>(base: &mut Flat<'d>, lists: &[Vec<&'d str>], any: bool) -> Kept {
    let Some((first, others)) = lists.split_first() else {
        return Kept::Whole;
    };
    for name in lists.concat() {
        if !base.declares(name) && !base.named.contains(&name) {
            base.named.push(name);
        }
    }
    let shared: Vec<&'d str> = first
        .iter()
        .copied()
        .filter(|name| others.iter().all(|list| list.contains(name)))
        .collect();
    for name in &shared {
        if !base.required.contains(name) {
            base.required.push(name);
        }
    }
    let own = |list: &Vec<&'d str>| -> Vec<&'d str> {
        let own = list.iter().copied();
        let mut own: Vec<&'d str> = own.filter(|name| !base.required.contains(name)).collect();
        own.sort_unstable();
        own
    };
    let mut own: Vec<Vec<&'d str>> = lists.iter().map(own).collect();
    own.sort();
    own.dedup();
    if own.iter().any(Vec::is_empty) {
        // Who has the shared ones satisfies that branch.
        return if any || own.len() == 1 {
            Kept::Whole
        } else {
            Kept::Lost
        };
    }
    let texts = own.iter().map(|list| owned(list)).collect();
    base.asked.push(if any {
        Asked::AtLeastOne(texts)
    } else {
        Asked::ExactlyOne(texts)
    });
    if own.iter().all(|list| list.len() == 1) {
        base.expect_names.push(own.concat());
    }
    Kept::Told
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// The members that a branch requires, where it says nothing else and all of them have fields.
fn required_alone<'d>(base: &Flat<'d>, site: &Site<'d>) -> Option<Vec<&'d str>> {
    let is_prose = |key: &str| matches!(key, "required" | "title" | "description" | "type");
    if !site.members().all(|(key, _)| is_prose(key)) {
        return None;
    }
    let names = site.get("required")?.node.elements();
    let names: Vec<&str> = names.iter().filter_map(|node| node.as_str()).collect();
    let keeps_named = base.has_members() && base.keeps_named();
    let has_field = |name: &str| keeps_named || base.declares(name);
    names.iter().all(|name| has_field(name)).then_some(names)
}
