//! The member that tells the branches of a choice apart, and its values for each of them.

use super::super::context::Context;
use super::super::flat::{Choice, Flat};
use super::Branch;
use super::branch::{is_object, objects, string_words};
use crate::openapi::{Discriminator, Schema};
use std::rc::Rc;

impl<'d> Context<'d> {
    /// The property whose string tells the object branches apart, and its values for each branch.
    pub(super) fn tag(
        &mut self,
        branches: &[Branch<'d>],
        property: Option<&'d str>,
        choice: &Choice<'d>,
    ) -> Option<(String, Vec<Vec<String>>)> {
        if let Some(property) = property {
            let tags = branches
                .iter()
                .map(|branch| self.mapped(branch, property, choice))
                .collect();
            return Some((property.to_owned(), tags));
        }
        if objects(branches) < 2 {
            return None;
        }
        let first = branches.iter().find(|branch| is_object(branch.kinds))?;
        let candidates: Vec<&str> = match first.flat.properties[..] {
            [] => self.nested_properties(&first.flat),
            _ => first
                .flat
                .properties
                .iter()
                .map(|property| property.name)
                .collect(),
        };
        let constant = candidates.into_iter().find_map(|candidate| {
            let tags = self.constants(branches, candidate)?;
            Some((candidate.to_owned(), tags))
        });
        constant.or_else(|| {
            let told = branches.iter().find_map(|branch| branch.told.as_ref())?;
            let tags = self.constants(branches, told.property)?;
            Some((told.property.to_owned(), tags))
        })
    }

    fn nested_properties(&mut self, flat: &Flat<'d>) -> Vec<&'d str> {
        let branch = flat
            .choices
            .first()
            .and_then(|choice| choice.branches.first());
        branch.map_or_else(Vec::new, |site| {
            let schema = self.read(site);
            let inner = self.flatten(&schema);
            inner
                .properties
                .iter()
                .map(|property| property.name)
                .collect()
        })
    }

    /// The values of `property` in each branch, if it is always there and they differ everywhere, or an inner
    /// choice maps them.
    fn constants(&mut self, branches: &[Branch<'d>], property: &str) -> Option<Vec<Vec<String>>> {
        let mut seen: Vec<String> = Vec::new();
        let mut all = Vec::new();
        for branch in branches {
            if !branch.kinds.object {
                all.push(Vec::new());
                continue;
            }
            let values = match mapped(branch, property, None) {
                told if told.is_empty() => self.tag_values(&branch.flat, property, true, 0)?,
                told => told,
            };
            if values.is_empty() || values.iter().any(|value| seen.contains(value)) {
                return None;
            }
            seen.extend(values.iter().cloned());
            all.push(values);
        }
        Some(all)
    }

    /// The strings that `property` can be in objects of this schema.
    fn tag_values(
        &mut self,
        flat: &Flat<'d>,
        property: &str,
        strict: bool,
        depth: usize,
    ) -> Option<Vec<String>> {
        if let Some(found) = flat.properties.iter().find(|had| had.name == property) {
            if strict && !flat.required.contains(&property) {
                return None;
            }
            let schemas: Vec<Rc<Schema<'d>>> =
                found.sites.iter().map(|site| self.read(site)).collect();
            let flat = self.flatten_all(&schemas[0], &schemas);
            let words = string_words(&flat);
            return (!words.is_empty()).then_some(words);
        }
        if flat.choices.is_empty() || depth > 8 {
            return None;
        }
        let mut values = Vec::new();
        for site in flat.choices.iter().flat_map(|choice| &choice.branches) {
            let schema = self.read(site);
            let inner = self.flatten(&schema);
            values.extend(self.tag_values(&inner, property, strict, depth + 1)?);
        }
        Some(values)
    }

    /// The tags of a branch under an explicit discriminator.
    fn mapped(&mut self, branch: &Branch<'d>, property: &str, choice: &Choice<'d>) -> Vec<String> {
        let Some(discriminator) = &choice.discriminator else {
            return Vec::new();
        };
        if branch.reference.is_none() {
            return self
                .tag_values(&branch.flat, property, false, 0)
                .unwrap_or_default();
        }
        let mapped = mapped(branch, property, Some(discriminator));
        if !mapped.is_empty() {
            return mapped;
        }
        self.tag_values(&branch.flat, property, false, 0)
            .unwrap_or_else(|| vec![branch.label.clone()])
    }
}

/// The words that lead to a branch by the mapping of a choice, or by the one of the inner choice it comes from.
fn mapped(branch: &Branch<'_>, property: &str, outer: Option<&Discriminator<'_>>) -> Vec<String> {
    let inner = branch.told.as_ref();
    let inner = inner.filter(|inner| inner.property == property);
    let pairs = outer.into_iter().chain(inner).flat_map(|it| &it.mapping);
    let mut words: Vec<String> = Vec::new();
    for (word, target) in pairs {
        let leads_here = branch.reference.is_some_and(|it| same_target(it, target));
        if leads_here && !words.iter().any(|known| known == word) {
            words.push((*word).to_owned());
        }
    }
    words
}

fn same_target(reference: &str, target: &str) -> bool {
    reference == target
        || reference.rsplit('/').next() == Some(target.rsplit('/').next().unwrap_or(target))
}
