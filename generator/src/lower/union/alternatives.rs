//! What a choice is among: its branches, each with what is joined into it and what it can be.

use super::super::context::Context;
use super::super::flat::{Choice, Flat};
use super::branch::{kinds_of, own_label, shape_label};
use super::{Branch, unroll};
use crate::diagnostic::Code;
use crate::ir::Kinds;
use crate::openapi::{Additional, Discriminator, TypeSet};
use crate::source::{Node, Place, Site};
use foldhash::HashMap;

/// What a choice is among, null left out.
pub(super) struct Alternatives<'d> {
    pub(super) sites: Vec<Site<'d>>,
    /// Whether null is one of them.
    pub(super) null: bool,
    /// What told a branch from its neighbours in a choice that gave way to it.
    pub(super) told: HashMap<Place, Discriminator<'d>>,
    /// Whether what stands beside the choice has to be joined into each.
    pub(super) joins: bool,
}

impl<'d> Context<'d> {
    /// What a choice is among, beside `base`.
    pub(super) fn alternatives(
        &mut self,
        base: &Flat<'d>,
        choice: &Choice<'d>,
    ) -> Alternatives<'d> {
        let unroll::Branches { sites, null, told } = self.unrolled(&choice.at, &choice.branches);
        let (nulls, sites): (Vec<_>, Vec<_>) = sites
            .into_iter()
            .partition(|site| self.read(site).is_only_null());
        Alternatives {
            null: null || !nulls.is_empty(),
            joins: self.needs_base(base, &sites),
            sites,
            told,
        }
    }

    pub(super) fn branches(
        &mut self,
        base: &Flat<'d>,
        mut among: Alternatives<'d>,
    ) -> Vec<Branch<'d>> {
        let branches = among
            .sites
            .into_iter()
            .map(|site| Branch {
                told: among.told.remove(&site.place),
                ..self.branch(base, site, among.joins)
            })
            .collect();
        self.possible(branches)
    }

    /// Branches that what stands beside the choice does not rule out.
    fn possible(&mut self, branches: Vec<Branch<'d>>) -> Vec<Branch<'d>> {
        branches
            .into_iter()
            .filter(|branch| match &branch.flat.clash {
                Some((place, message)) => {
                    self.doubtful(
                        place,
                        Code::Contradiction,
                        format!("{message}; the branch is left out"),
                    );
                    false
                }
                None => true,
            })
            .collect()
    }

    /// Whether what stands beside the choice has to be joined into each branch.
    fn needs_base(&mut self, base: &Flat<'d>, branches: &[Site<'d>]) -> bool {
        if matches!(base.additional, Additional::Of(_))
            || base.values.is_some()
            || !base.items.is_empty()
        {
            return true;
        }
        if base.properties.is_empty() {
            return false;
        }
        branches.iter().any(|site| {
            let schema = self.read(site);
            let flat = self.flatten(&schema);
            let has = |name: &str| flat.properties.iter().any(|property| property.name == name);
            !base.properties.iter().all(|property| has(property.name))
        })
    }

    pub(super) fn with(&mut self, mut base: Flat<'d>, site: &Site<'d>) -> Flat<'d> {
        let schema = self.read(site);
        let branch = self.flatten(&schema);
        base.head = schema;
        self.join(&mut base, branch);
        base
    }

    fn branch(&mut self, base: &Flat<'d>, site: Site<'d>, joins: bool) -> Branch<'d> {
        let schema = self.read(&site);
        let reference = schema.reference.or_else(|| match &schema.all_of[..] {
            [only] => only.node.get("$ref").and_then(Node::as_str),
            _ => None,
        });
        let flat = if joins {
            self.with(base.clone(), &site)
        } else {
            self.flatten(&schema)
        };
        let kinds = self.kinds(&flat, 0);
        let own = own_label(&schema, reference);
        Branch {
            words: None,
            named: own.is_some(),
            label: own.unwrap_or_else(|| shape_label(&flat)),
            flat,
            place: site.place.clone(),
            site: (!joins).then_some(site),
            kinds,
            reference,
            told: None,
        }
    }

    /// The kinds of JSON that values of a schema can have.
    fn kinds(&mut self, flat: &Flat<'d>, depth: usize) -> Kinds {
        if !flat.choices.is_empty() && flat.types.is_none() && depth < 16 {
            let mut kinds = kinds_of(flat.effective_types());
            for site in flat.choices.iter().flat_map(|choice| &choice.branches) {
                let schema = self.read(site);
                let inner = self.flatten(&schema);
                kinds = kinds.or(self.kinds(&inner, depth + 1));
            }
            return kinds;
        }
        let types = flat.effective_types();
        kinds_of(if types.is_none() && !flat.null {
            TypeSet::ALL
        } else {
            types
        })
    }
}
