//! What the types of branches are called beyond the schema that has the choice, without making them.

use super::super::context::Context;
use super::super::flat::{Choice, Flat};
use super::{OBJECT, Overlaps, is_object, overlaps, several, without_members};
use crate::source::{Place, Site};
use foldhash::HashMap;
use std::rc::Rc;

impl<'d> Context<'d> {
    /// The words for each branch of the choices of a schema, by the places of the branches; none for one
    /// that is the only one.
    pub(in crate::lower) fn branch_words(
        &mut self,
        owner: &Site<'d>,
    ) -> Rc<HashMap<Place, String>> {
        let node = std::ptr::from_ref(owner.node);
        if let Some(words) = self.branch_words.get(&node) {
            return Rc::clone(words);
        }
        let schema = self.read(owner);
        let flat = self.flatten(&schema);
        let (base, choices) = self.set_apart(&flat);
        let mut words = HashMap::default();
        if let [one] = &choices[..] {
            self.words_of(&base, one, "", &mut words);
        } else {
            let base = without_members(&base);
            for (index, choice) in choices.iter().enumerate() {
                self.words_of(&base, choice, &several(index), &mut words);
            }
        }
        let words = Rc::new(words);
        self.branch_words.insert(node, Rc::clone(&words));
        words
    }

    fn words_of(
        &mut self,
        base: &Flat<'d>,
        choice: &Choice<'d>,
        prefix: &str,
        words: &mut HashMap<Place, String>,
    ) {
        let among = self.alternatives(base, choice);
        let places: Vec<Place> = among.sites.iter().map(|site| site.place.clone()).collect();
        if let [only] = &places[..] {
            words.insert(only.clone(), prefix.to_owned());
            return;
        }
        let mut branches = self.branches(base, among);
        let tag = self.label(&mut branches, choice);
        let overlaps = overlaps(&branches, choice, tag.is_some());
        for branch in branches {
            let own = branch.words.as_ref().unwrap_or(&branch.label);
            let inner = match overlaps {
                Overlaps::Objects if is_object(branch.kinds) => OBJECT,
                Overlaps::All | Overlaps::Objects | Overlaps::None => "",
            };
            let all = [prefix, inner, own].into_iter().filter(|it| !it.is_empty());
            words.insert(branch.place, all.collect::<Vec<_>>().join(" "));
        }
    }
}
