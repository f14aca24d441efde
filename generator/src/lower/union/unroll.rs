//! Choices that contain each other: `A` is `B` or a string, and `B` is `A` or a number.

use super::super::context::Context;
use crate::openapi::{Additional, Schema};
use crate::source::{Place, Site};
use std::rc::Rc;

/// How many references lead to a choice at most.
const LONGEST: usize = 16;

/// The branches of a choice, and whether null is one of its values.
pub(super) struct Branches<'d> {
    pub(super) sites: Vec<Site<'d>>,
    pub(super) null: bool,
}

impl<'d> Context<'d> {
    /// The branches of the choice at `own`, where those that lead back to it give way to their own branches.
    ///
    /// What a choice has of itself adds nothing to it, and a reader would ask one for the other for ever.
    pub(super) fn unrolled(&mut self, own: &Place, branches: &[Site<'d>]) -> Branches<'d> {
        let mut out = Branches {
            sites: Vec::new(),
            null: false,
        };
        let mut seen = vec![own.clone()];
        for site in branches {
            self.unroll(site, &mut seen, &mut out);
        }
        out
    }

    fn unroll(&mut self, site: &Site<'d>, seen: &mut Vec<Place>, out: &mut Branches<'d>) {
        let Some(choice) = self.bare_choice(site) else {
            out.sites.push(site.clone());
            return;
        };
        let place = choice.site.place.clone();
        if seen.contains(&place) {
            return;
        }
        if !self.leads_to(&choice, &seen[0].clone(), &mut Vec::new()) {
            out.sites.push(site.clone());
            return;
        }
        seen.push(place);
        out.null |= choice.null;
        for site in choice.one_of.iter().chain(&choice.any_of) {
            self.unroll(site, seen, out);
        }
    }

    /// Whether a choice has the one at `own` among its branches, or among theirs.
    fn leads_to(&mut self, choice: &Schema<'d>, own: &Place, seen: &mut Vec<Place>) -> bool {
        if choice.site.place == *own {
            return true;
        }
        if seen.contains(&choice.site.place) {
            return false;
        }
        seen.push(choice.site.place.clone());
        choice.one_of.iter().chain(&choice.any_of).any(|site| {
            let inner = self.bare_choice(site);
            inner.is_some_and(|inner| self.leads_to(&inner, own, seen))
        })
    }

    /// The choice that a schema is, behind its references, and nothing else.
    fn bare_choice(&mut self, site: &Site<'d>) -> Option<Rc<Schema<'d>>> {
        let mut schema = self.read(site);
        for _ in 0..LONGEST {
            let next = match (schema.reference, &schema.all_of[..]) {
                (Some(reference), []) if !schema.has_more_than_all_of() => {
                    self.resolve(&schema.site, reference)?
                }
                (None, [only]) if !schema.has_more_than_all_of() => only.clone(),
                _ => break,
            };
            schema = self.read(&next);
        }
        let is_bare = schema.reference.is_none()
            && schema.all_of.is_empty()
            && schema.one_of.is_empty() != schema.any_of.is_empty()
            && schema.values.is_none()
            && schema.properties.is_empty()
            && schema.patterns.is_empty()
            && schema.items.is_none()
            && matches!(schema.additional, Additional::Unsaid);
        is_bare.then_some(schema)
    }
}
