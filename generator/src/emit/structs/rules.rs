//! What is said of members together: what a client checks, and what is for the server to judge.

use crate::emit::markdown;
use crate::ir::{Asked, Rule, Struct, Usage};

/// The sentences at the type.
pub(super) fn notes(shape: &Struct, usage: Usage) -> Vec<String> {
    let rules = shape.rules.iter().filter_map(|rule| match rule {
        Rule::AtMostOne(fields) => Some(format!(
            "At most one of {} may be set;\nmore than one is an error before anything is sent.",
            listed(&of_fields(shape, fields), "and")
        )),
        Rule::ExpectOne(fields) if asked_of(shape, fields).is_some() => None,
        Rule::ExpectOne(fields) => Some(format!(
            "One of {} should be set;\n{STRICT}",
            listed(&of_fields(shape, fields), "and")
        )),
    });
    let asked = shape.asked.iter().map(|asked| told(shape, asked, usage));
    rules.chain(asked).collect()
}

const STRICT: &str = "a strict client refuses a request without any of them.";

/// ``Exactly one of `a` and `b` must be set.``
fn told(shape: &Struct, asked: &Asked, usage: Usage) -> String {
    let (word, lists) = parts(asked);
    let is = if usage.request { "must be" } else { "is" };
    let together = |list: &Vec<String>| listed(&of_wires(shape, list), "and");
    if lists.iter().any(|list| list.len() > 1) {
        let lists: Vec<String> = lists.iter().map(together).collect();
        return format!("{word} of these {is} set: {}.", lists.join("; or "));
    }
    let names = listed(&of_wires(shape, &lists.concat()), "and");
    let is_checked = shape.rules.iter().any(|rule| match rule {
        Rule::ExpectOne(fields) => asked_of(shape, fields) == Some(asked),
        Rule::AtMostOne(_) => false,
    });
    let rest = if is_checked {
        format!(";\n{STRICT}")
    } else {
        ".".to_owned()
    };
    format!("{word} of {names} {is} set{rest}")
}

/// The sentences at a member.
pub(super) fn of_field(shape: &Struct, index: usize) -> Vec<String> {
    let others = |fields: &[usize], word: &str| -> String {
        let others = fields.iter().copied().filter(|other| *other != index);
        listed(&of_fields(shape, &others.collect::<Vec<_>>()), word)
    };
    let told = shape.rules.iter().filter_map(|rule| match rule {
        Rule::AtMostOne(fields) if fields.contains(&index) => {
            Some(format!("Not together with {}.", others(fields, "or")))
        }
        Rule::ExpectOne(fields) if fields.contains(&index) => {
            let others = others(fields, "and");
            Some(match asked_of(shape, fields) {
                Some(asked) => format!("{} of this and {others} must be set.", parts(asked).0),
                None => format!("One of this and {others} should be set."),
            })
        }
        Rule::AtMostOne(_) | Rule::ExpectOne(_) => None,
    });
    told.collect()
}

fn parts(asked: &Asked) -> (&'static str, &Vec<Vec<String>>) {
    match asked {
        Asked::ExactlyOne(lists) => ("Exactly one", lists),
        Asked::AtLeastOne(lists) => ("At least one", lists),
    }
}

/// What the document asks of the fields of which one is expected.
fn asked_of<'s>(shape: &'s Struct, fields: &[usize]) -> Option<&'s Asked> {
    let fields = fields.iter().filter_map(|index| shape.fields.get(*index));
    let wires: Vec<&str> = fields.map(|field| field.name.wire()).collect();
    shape.asked.iter().find(|asked| {
        let (_, lists) = parts(asked);
        lists.len() == wires.len()
            && lists
                .iter()
                .all(|list| matches!(&list[..], [only] if wires.contains(&only.as_str())))
    })
}

fn of_fields(shape: &Struct, fields: &[usize]) -> Vec<String> {
    let fields = fields.iter().filter_map(|index| shape.fields.get(*index));
    fields
        .map(|field| markdown::code(field.name.as_str()))
        .collect()
}

fn of_wires(shape: &Struct, wires: &[String]) -> Vec<String> {
    let name = |wire: &String| {
        let mut fields = shape.fields.iter();
        let field = fields.find(|field| field.name.wire() == wire);
        markdown::code(field.map_or(wire, |field| field.name.as_str()))
    };
    wires.iter().map(name).collect()
}

/// `a`, `b` and `c`.
pub(super) fn listed(names: &[String], word: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [many @ .., last] => format!("{} {word} {last}", many.join(", ")),
    }
}
