//! Keywords that narrow a schema from outside its types: `not`, `if`, `contains` and their like.

use super::build::same_value;
use super::form::{Plain, Word};
use super::pairs::{Findings, Pairs};
use super::plain::{Both, schema_of};
use crate::diff::kind::Kind;
use crate::source::Node;

impl<'a> Pairs<'a> {
    pub(super) fn rules(&mut self, both: &Both<'_, 'a>, found: &mut Findings) {
        let mut names: Vec<&str> = Vec::new();
        for (name, _) in both.old.rules.iter().chain(&both.new.rules) {
            if !names.contains(name) {
                names.push(name);
            }
        }
        let conditional = both.old.has_rule("if") != both.new.has_rule("if");
        for name in names {
            // A condition comes and goes with its consequences.
            if conditional && matches!(name, "then" | "else") {
                continue;
            }
            let of = |plain: &Plain<'a>| -> Vec<Word<'a>> {
                let all = plain.rules.iter().filter(|(key, _)| *key == name);
                all.map(|(_, word)| word.clone()).collect()
            };
            self.rule(name, &of(both.old), &of(both.new), both, found);
        }
    }

    fn rule(
        &mut self,
        name: &str,
        old: &[Word<'a>],
        new: &[Word<'a>],
        both: &Both<'_, 'a>,
        found: &mut Findings,
    ) {
        match (old, new) {
            ([one], [two]) => self.changed_rule(name, one, two, both, found),
            (old, new) => {
                let lacks = |list: &[Word<'a>], word: &Word<'a>| {
                    !list.iter().any(|other| same_value(other.node, word.node))
                };
                for word in old.iter().filter(|word| lacks(new, word)) {
                    let message = format!("the rule `{name}` is gone");
                    both.at(Kind::RuleRemoved, Some(word), None, message, found);
                }
                for word in new.iter().filter(|word| lacks(old, word)) {
                    let message = format!("there is a new rule, `{name}`");
                    both.at(Kind::RuleAdded, None, Some(word), message, found);
                }
            }
        }
    }

    fn changed_rule(
        &mut self,
        name: &str,
        one: &Word<'a>,
        two: &Word<'a>,
        both: &Both<'_, 'a>,
        found: &mut Findings,
    ) {
        let same_condition = || both.old.condition().zip(both.new.condition());
        let covariant = match name {
            "contains" | "propertyNames" | "contentSchema" | "unevaluatedItems" => true,
            "then" | "else" => same_condition().is_some_and(|(old, new)| same_value(old, new)),
            _ => false,
        };
        if covariant {
            let pair = self.groups(schema_of(one), schema_of(two));
            found.edge(pair);
            return;
        }
        if name == "dependentSchemas" {
            return self.dependent(one, two, both, found);
        }
        if same_value(one.node, two.node) {
            return;
        }
        let kind = match name {
            "dependentRequired" => lists(one.node, two.node),
            _ => Kind::RuleChanged,
        };
        let message = format!("the rule `{name}` changed");
        both.at(kind, Some(one), Some(two), message, found);
    }

    /// Schemas that hold where a member is there.
    fn dependent(
        &mut self,
        one: &Word<'a>,
        two: &Word<'a>,
        both: &Both<'_, 'a>,
        found: &mut Findings,
    ) {
        let members = |word: &Word<'a>| -> Vec<(&'a str, Word<'a>)> {
            let each = word.node.members().iter();
            each.map(|(key, node)| {
                let place = word.place.child(key.clone());
                (&**key, Word { node, place })
            })
            .collect()
        };
        let (old, new) = (members(one), members(two));
        for (key, word) in &old {
            if let Some((_, other)) = new.iter().find(|(name, _)| name == key) {
                let pair = self.groups(schema_of(word), schema_of(other));
                found.edge(pair);
            } else {
                let message = format!("`{key}` asks for nothing more any longer");
                both.at(Kind::RuleRemoved, Some(word), Some(two), message, found);
            }
        }
        for (key, word) in &new {
            if !old.iter().any(|(name, _)| name == key) {
                let message = format!("`{key}` asks for more than it did");
                both.at(Kind::RuleAdded, Some(one), Some(word), message, found);
            }
        }
    }
}

impl<'a> Plain<'a> {
    fn has_rule(&self, name: &str) -> bool {
        self.rules.iter().any(|(key, _)| *key == name)
    }

    fn condition(&self) -> Option<&'a Node> {
        let condition = self.rules.iter().find(|(key, _)| *key == "if");
        condition.map(|(_, word)| word.node)
    }
}

/// Whether a map of lists asks for more, for less, or for something else.
fn lists(old: &Node, new: &Node) -> Kind {
    let within = |one: &Node, two: &Node| {
        one.members().iter().all(|(key, list)| {
            let other = two.get(key).map(Node::elements).unwrap_or_default();
            list.elements().iter().all(|word| other.contains(word))
        })
    };
    match (within(old, new), within(new, old)) {
        (true, _) => Kind::RuleAdded,
        (false, true) => Kind::RuleRemoved,
        (false, false) => Kind::RuleChanged,
    }
}
