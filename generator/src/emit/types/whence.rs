//! Where a type comes from that the document has no name for: a sentence, where nobody describes it.

use super::is_named;
use crate::emit::scope::Context;
use crate::emit::{endpoints, markdown};
use crate::ir::{Endpoint, TypeDef};

/// ``The `parts[].colour` of [`Kinds`].``
pub(super) fn whence(context: &Context, def: &TypeDef) -> String {
    let tokens: Vec<&str> = def.place.pointer.tokens().collect();
    let (whole, within) = match &tokens[..] {
        ["components", "schemas", name, within @ ..] => {
            if *name != def.file.wire() {
                // Something is joined to what is written there, and makes a type of its own.
                return format!("Part of {}.", joined(context, def));
            }
            let whole = schema(context, def);
            if steps(within).is_empty() {
                return format!("Part of {whole}.");
            }
            (whole, within)
        }
        ["components", section, name, within @ ..] => {
            (component(section, name), after_schema(within))
        }
        [_, _, _, within @ ..] => match endpoint(context, def) {
            Some(endpoint) => of_endpoint(endpoint, within),
            None => (schema(context, def), &[][..]),
        },
        _ => (schema(context, def), &[][..]),
    };
    said(&whole, &steps(within))
}

fn said(whole: &str, steps: &[Step]) -> String {
    let Some((last, before)) = steps.split_last() else {
        return format!("{}.", capital(whole));
    };
    let (what, path) = match last {
        Step::Member(_) => ("The", steps),
        Step::Item => ("An item of", before),
        Step::Value => ("A value of", before),
        Step::Variant => ("A variant of", before),
    };
    let path: String = path.iter().map(Step::sign).collect();
    match path.trim_start_matches('.') {
        "" => format!("{what} {whole}."),
        path => format!("{what} {} of {whole}.", markdown::code(path)),
    }
}

/// What leads from a value to a part of it.
enum Step<'t> {
    Member(&'t str),
    Item,
    Value,
    Variant,
}

impl Step<'_> {
    fn sign(&self) -> String {
        match self {
            Self::Member(name) => format!(".{name}"),
            Self::Item => "[]".to_owned(),
            Self::Value => ".*".to_owned(),
            // It has the members itself.
            Self::Variant => String::new(),
        }
    }
}

/// What a type that only this file has is part of.
fn joined(context: &Context, def: &TypeDef) -> String {
    let Some(endpoint) = endpoint(context, def) else {
        return schema(context, def);
    };
    let call = call(endpoint);
    if def.usage.request {
        format!("the request of {call}")
    } else {
        format!("the answer of {call}")
    }
}

/// The schema that a type is part of, as a link where it is a type.
fn schema(context: &Context, def: &TypeDef) -> String {
    let mut types = context.api.types.iter().map(|(_, other)| other);
    let whole = types.find(|other| is_named(other) && other.file.as_str() == def.file.as_str());
    match whole {
        Some(whole) => format!("[`{}`]", whole.name.as_str()),
        None => markdown::code(def.file.wire()),
    }
}

fn component(section: &str, name: &str) -> String {
    let name = markdown::code(name);
    match section {
        "responses" => format!("the answer {name}"),
        "requestBodies" => format!("the request {name}"),
        "parameters" => format!("the parameter {name}"),
        "headers" => format!("the header {name}"),
        _ => name,
    }
}

/// The operation whose file the type is in.
fn endpoint<'a>(context: &Context<'a>, def: &TypeDef) -> Option<&'a Endpoint> {
    context.endpoint_of(def.file.as_str())
}

fn call(endpoint: &Endpoint) -> String {
    let method = endpoints::main_method(endpoint);
    format!("[`Client::{method}`](crate::Client::{method})")
}

/// What of an operation it is, and where in it.
fn of_endpoint<'t>(endpoint: &Endpoint, within: &'t [&'t str]) -> (String, &'t [&'t str]) {
    let call = call(endpoint);
    match within {
        ["requestBody", within @ ..] => (format!("the request of {call}"), after_schema(within)),
        ["responses", status, within @ ..] => {
            let what = if status.starts_with('2') {
                "the answer".to_owned()
            } else {
                format!("the answer {}", markdown::code(status))
            };
            (format!("{what} of {call}"), after_schema(within))
        }
        ["parameters", _, within @ ..] => (format!("a parameter of {call}"), after_schema(within)),
        within => (call, after_schema(within)),
    }
}

/// What stands behind the schema of a media type or of a parameter.
fn after_schema<'t>(within: &'t [&'t str]) -> &'t [&'t str] {
    let mut tokens = within.iter();
    let start = tokens.position(|token| matches!(*token, "schema" | "itemSchema"));
    start.map_or(&[], |start| &within[start + 1..])
}

/// The members and items on the way to a place.
fn steps<'t>(within: &'t [&'t str]) -> Vec<Step<'t>> {
    let mut steps = Vec::new();
    let mut rest = within;
    while let [token, after @ ..] = rest {
        let (step, behind) = match (*token, after) {
            ("properties", [name, after @ ..]) => (Some(Step::Member(name)), after),
            ("items", after) | ("prefixItems", [_, after @ ..]) => (Some(Step::Item), after),
            ("additionalProperties", after) | ("patternProperties", [_, after @ ..]) => {
                (Some(Step::Value), after)
            }
            ("oneOf" | "anyOf", [_, after @ ..]) => (Some(Step::Variant), after),
            (_, [_, after @ ..] | after) => (None, after),
        };
        steps.extend(step);
        rest = behind;
    }
    steps
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}
