//! Branches that only require members: what of it the model holds, and a note of what it does not.

use crate::diagnostic::{Code, Diagnostic};
use crate::lower::context::Context;
use crate::lower::flat::{Choice, Flat};
use crate::source::Site;

impl<'d> Context<'d> {
    /// Takes in what branches ask that say no more than which members a value must have: those that
    /// each of them requires, and one member more of each, of which one should be there.
    pub(super) fn require(&mut self, base: &mut Flat<'d>, choice: &Choice<'d>) {
        let lists: Option<Vec<Vec<&'d str>>> = choice
            .branches
            .iter()
            .map(|site| required_alone(base, site))
            .collect();
        if let Some(lists) = lists
            && require_lists(base, &lists, choice.any)
        {
            return;
        }
        self.report.push(Diagnostic::note(
            Code::NotTyped,
            choice.at.clone(),
            "which members must come together, and what else the branches ask, is for the server to judge",
        ));
    }
}

/// Whether what the lists ask together has a place in the model; `any` says whether several may hold.
fn require_lists<'d>(base: &mut Flat<'d>, lists: &[Vec<&'d str>], any: bool) -> bool {
    let Some((first, others)) = lists.split_first() else {
        return true;
    };
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
        own.filter(|name| !base.required.contains(name)).collect()
    };
    let own: Vec<Vec<&'d str>> = lists.iter().map(own).collect();
    if own.iter().any(Vec::is_empty) {
        // Who has the shared ones satisfies that branch.
        return any;
    }
    let is_one_each = own.iter().all(|list| list.len() == 1);
    if is_one_each {
        let mut singles: Vec<&'d str> = own.concat();
        singles.sort_unstable();
        singles.dedup();
        base.expect_names.push(singles);
    }
    is_one_each
}

/// The members that a branch requires, where it says nothing else and the schema declares them.
fn required_alone<'d>(base: &Flat<'d>, site: &Site<'d>) -> Option<Vec<&'d str>> {
    let is_prose = |key: &str| matches!(key, "required" | "title" | "description" | "type");
    if !site.members().all(|(key, _)| is_prose(key)) {
        return None;
    }
    let names = site.get("required")?.node.elements();
    let names: Vec<&str> = names.iter().filter_map(|node| node.as_str()).collect();
    let is_declared = |name: &str| base.properties.iter().any(|one| one.name == name);
    names.iter().all(|name| is_declared(name)).then_some(names)
}
