//! What is written inline in a component schema is called after that schema and the place in it, whoever
//! comes by first: so its name stays when neighbours come, go or change places.

use super::context::Context;
use super::hint::Hint;
use crate::openapi::{Additional, Schema};
use crate::pointer::Pointer;
use crate::source::{FileId, Place, Site};

/// How many tokens lead to a component schema.
const COMPONENT: usize = 3;

impl<'d> Context<'d> {
    /// The hint of an inline schema of a component, where it may need a name.
    pub(super) fn hint_of_declarer(&mut self, schema: &Schema<'d>) -> Option<Hint> {
        if is_nameless(schema) {
            return None;
        }
        self.hint_within_component(&schema.site.place)
    }

    /// The hint of a place inside a component schema; `None` for the whole of one, and where no value of
    /// it is described.
    pub(super) fn hint_within_component(&mut self, place: &Place) -> Option<Hint> {
        let tokens: Vec<&str> = place.pointer.tokens().collect();
        let ["components", "schemas", name, _, ..] = tokens[..] else {
            return None;
        };
        let mut hint = Hint::root(name);
        // The schema of the value that is described, which `allOf` and choices do not leave.
        let mut owner = COMPONENT;
        let mut at = COMPONENT;
        while let Some(token) = tokens.get(at) {
            let next = tokens.get(at + 1).copied();
            let (child, length) = match *token {
                "properties" | "$defs" | "definitions" => (hint.child(next?), 2),
                "additionalProperties" => (hint.child("value"), 1),
                "patternProperties" => (hint.child("value"), 2),
                "items" if !self.has_prefix(place.file, &tokens[..at]) => (hint.child("item"), 1),
                "items" => (hint.child("rest"), 1),
                "prefixItems" => {
                    let number = next?.parse::<usize>().ok()? + 1;
                    (hint.child(&format!("item {number}")), 2)
                }
                "allOf" => {
                    at += 2;
                    continue;
                }
                "oneOf" | "anyOf" => {
                    let words = self.words_within(place.file, &tokens[..at + 2], owner)?;
                    at += 2;
                    if !words.is_empty() {
                        hint = hint.child(&words);
                    }
                    continue;
                }
                _ => return None,
            };
            at += length;
            (hint, owner) = (child, at);
        }
        Some(hint)
    }

    /// What the branch at `tokens` is called, as the schema says that has the choice, or the one around it.
    fn words_within(&mut self, file: FileId, tokens: &[&str], owner: usize) -> Option<String> {
        let place = place_of(file, tokens);
        let owners = [owner, tokens.len() - 2];
        owners.iter().find_map(|length| {
            let owner = self.site_of(file, &tokens[..*length])?;
            self.branch_words(&owner).get(&place).cloned()
        })
    }

    fn has_prefix(&self, file: FileId, tokens: &[&str]) -> bool {
        let site = self.site_of(file, tokens);
        site.is_some_and(|site| site.node.get("prefixItems").is_some())
    }

    fn site_of(&self, file: FileId, tokens: &[&str]) -> Option<Site<'d>> {
        let place = place_of(file, tokens);
        let node = self.document.node(&place)?;
        Some(Site { node, place })
    }
}

fn place_of(file: FileId, tokens: &[&str]) -> Place {
    let root = Pointer::default();
    let pointer = tokens.iter().fold(root, |at, token| at.child(*token));
    Place { file, pointer }
}

/// Whether a schema comes to no type of its own, and has none within: what most inline schemas are.
fn is_nameless(schema: &Schema<'_>) -> bool {
    let is_reference = schema.reference.is_some() && !schema.has_own_shape();
    let is_scalar = schema.types.is_some_and(|types| types.count() == 1)
        && schema.reference.is_none()
        && schema.values.is_none()
        && schema.properties.is_empty()
        && matches!(schema.additional, Additional::Unsaid)
        && schema.patterns.is_empty()
        && schema.items.is_none()
        && schema.prefix_items.is_empty()
        && schema.all_of.is_empty()
        && schema.one_of.is_empty()
        && schema.any_of.is_empty();
    is_reference || is_scalar
}
