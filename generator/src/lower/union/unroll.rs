//! Choices that contain each other: `A` is `B` or a string, and `B` is `A` or a number.

use super::super::context::Context;
use crate::diagnostic::Code;
use crate::knots::Knots;
use crate::openapi::{Additional, Discriminator, Schema};
use crate::source::{Place, Site};
use foldhash::HashMap;
use std::rc::Rc;

/// How many references lead to a choice at most.
const LONGEST: usize = 16;

/// How many choices may contain each other: each of them gets the branches of all.
const LARGEST: usize = 100;

/// The branches of a choice, and whether null is one of its values.
pub(super) struct Branches<'d> {
    pub(super) sites: Vec<Site<'d>>,
    pub(super) null: bool,
    /// What told a branch from its neighbours in the choice that gave way to it, by the place of the branch.
    pub(super) told: HashMap<Place, Discriminator<'d>>,
}

impl<'d> Context<'d> {
    /// The branches of the choice at `own`, where those that lead back to it give way to their own branches.
    ///
    /// What a choice has of itself adds nothing to it, and a reader would ask one for the other for ever.
    pub(super) fn unrolled(&mut self, own: &Place, branches: &[Site<'d>]) -> Branches<'d> {
        let mut out = Branches {
            sites: Vec::new(),
            null: false,
            told: HashMap::default(),
        };
        let knot = self.knot(own, branches);
        if knot.len() > LARGEST {
            let message = format!("more than {LARGEST} choices contain each other");
            self.once(own, Code::TooDeep, message);
            return out;
        }
        let mut seen = vec![own.clone()];
        for site in branches {
            self.unroll(site, None, &knot, &mut seen, &mut out);
        }
        out
    }

    fn unroll(
        &mut self,
        site: &Site<'d>,
        told: Option<&Discriminator<'d>>,
        knot: &[Place],
        seen: &mut Vec<Place>,
        out: &mut Branches<'d>,
    ) {
        let choice = self.bare_choice(site);
        let Some(choice) = choice.filter(|choice| knot.contains(&choice.site.place)) else {
            out.sites.push(site.clone());
            let told = told.map(|told| (site.place.clone(), told.clone()));
            out.told.extend(told);
            return;
        };
        if seen.contains(&choice.site.place) {
            return;
        }
        seen.push(choice.site.place.clone());
        out.null |= choice.null;
        for site in choice.one_of.iter().chain(&choice.any_of) {
            self.unroll(site, choice.discriminator.as_ref(), knot, seen, out);
        }
    }

    /// The choices that contain the one at `own` and are contained in it, itself included.
    fn knot(&mut self, own: &Place, branches: &[Site<'d>]) -> Rc<Vec<Place>> {
        if let Some(knot) = self.choices.get(own) {
            return Rc::clone(knot);
        }
        let mut places = vec![own.clone()];
        let mut indices = HashMap::from_iter([(own.clone(), 0)]);
        let mut edges: Vec<Vec<usize>> = Vec::new();
        let mut waiting = vec![branches.to_vec()];
        while let Some(branches) = waiting.get(edges.len()).cloned() {
            let mut next = Vec::new();
            for site in &branches {
                let Some(inner) = self.bare_choice(site) else {
                    continue;
                };
                let place = &inner.site.place;
                // The knots of what was walked before are known.
                if self.choices.contains_key(place) {
                    continue;
                }
                let index = *indices.entry(place.clone()).or_insert(places.len());
                if index == places.len() {
                    places.push(place.clone());
                    waiting.push(inner.one_of.iter().chain(&inner.any_of).cloned().collect());
                }
                next.push(index);
            }
            edges.push(next);
        }
        let knots = Knots::new(places.len(), 0..1, |node| edges[node].iter().copied());
        for members in knots.members {
            let knot: Rc<Vec<Place>> =
                Rc::new(members.iter().map(|node| places[*node].clone()).collect());
            for place in knot.iter() {
                self.choices.insert(place.clone(), Rc::clone(&knot));
            }
        }
        self.choices.get(own).map(Rc::clone).unwrap_or_default()
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
