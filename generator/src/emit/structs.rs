//! Structs: fields, and the line that reads and writes them.

mod constructor;
mod rules;
mod setters;

pub(crate) use constructor::{required_name, required_struct};
pub(crate) use setters::{null_setter, setter_name};

use super::scope::Scope;
use super::{docs, layout, markdown, types};
use crate::ir::{Access, Constant, Field, Literal, Presence, Rule, Struct, Type, TypeDef, Usage};
use serde_json::Value;
use std::fmt::Write as _;

/// Writes a struct.
pub(crate) fn write(scope: &mut Scope, def: &TypeDef, shape: &Struct, out: &mut String) {
    let required = if def.usage.request {
        shape.required()
    } else {
        Vec::new()
    };
    let default = def.usage.request
        && required.is_empty()
        && !shape.fields.iter().any(|field| field.fixed.is_some());
    let mut notes = rules::notes(shape, def.usage);
    notes.extend(constant_note(scope, def, shape));
    types::write_docs(scope, def, &notes, out);
    out.push_str(if default {
        "#[derive(Debug, Clone, Default, PartialEq)]\n"
    } else {
        types::DERIVE
    });
    let _ = write!(out, "#[non_exhaustive]\npub struct {} {{", def.name);
    if !shape.fields.is_empty() || shape.rest.is_some() {
        out.push('\n');
    }
    for (index, field) in shape.fields.iter().enumerate() {
        let rules = rules::of_field(shape, index);
        write_field(scope, field, (&rules, def.usage), out);
    }
    if let Some(rest) = &shape.rest {
        let (map, ty) = (scope.map(), scope.item(&rest.item));
        let _ = writeln!(
            out,
            "    /// Members beyond the ones above.\n    pub {}: {map}<String, {ty}>,",
            rest.name
        );
    }
    out.push_str("}\n");
    write_object(scope, def, shape, out);
    if def.usage.request {
        constructor::write(scope, def, shape, &required, default, out);
    }
}

fn write_field(
    scope: &mut Scope,
    field: &Field,
    (rules, usage): (&[String], Usage),
    out: &mut String,
) {
    docs::write(out, "    ", &field_docs(scope, field, rules, usage));
    if field.deprecated {
        out.push_str("    #[deprecated]\n");
    }
    let ty = field_type(scope, field);
    let _ = writeln!(out, "    pub {}: {ty},", field.name);
}

fn field_docs(scope: &Scope, field: &Field, rules: &[String], usage: Usage) -> Vec<String> {
    let mut lines = docs::member(
        &field.docs,
        field.name.wire(),
        &scope
            .context
            .fallback(field.name.as_str(), field.name.wire()),
    );
    let mut notes = rules.to_vec();
    match &field.default {
        _ if field.presence == Presence::OrEmpty && !usage.request => {
            notes.push("Empty when missing or null.".to_owned());
        }
        Some(default) if usage.request => {
            notes.push(format!("Server default: {}.", markdown::code(default)));
        }
        // In an answer the server has filled it in already.
        Some(default) => notes.push(format!("Default: {}.", markdown::code(default))),
        None => {}
    }
    match field.access {
        Access::Both => {}
        Access::ReadOnly => notes.push("Only the server sets it.".to_owned()),
        Access::WriteOnly => notes.push("The server never sends it.".to_owned()),
    }
    docs::push_beside(&mut lines, &notes);
    lines
}

/// The type of a field, absence and null included.
pub(crate) fn field_type(scope: &mut Scope, field: &Field) -> String {
    let ty = scope.ty(&field.ty);
    let ty = if field.boxed {
        format!("Box<{ty}>")
    } else {
        ty
    };
    match field.presence {
        Presence::Required | Presence::OrEmpty => ty,
        Presence::Optional | Presence::RequiredNullable => format!("Option<{ty}>"),
        Presence::OptionalNullable => format!("{}<{ty}>", scope.runtime("Maybe")),
    }
}

/// The members that always have one value and so are no fields, but for the tag that selects the
/// struct in a union: ``Always has `"type": "function"`.``
fn constant_note(scope: &Scope, def: &TypeDef, shape: &Struct) -> Option<String> {
    let told = shape
        .constants
        .iter()
        .filter(|one| !scope.context.is_tag(def.name.as_str(), &one.wire));
    let members: Vec<_> = told
        .map(|one| {
            let value = match &one.value {
                Literal::Str(text) => Value::from(text.as_str()).to_string(),
                Literal::Int(number) => number.to_string(),
                Literal::Bool(truth) => truth.to_string(),
            };
            let member = Value::from(one.wire.as_str());
            markdown::code(&format!("{member}: {value}"))
        })
        .collect();
    (!members.is_empty()).then(|| format!("Always has {}.", rules::listed(&members, "and")))
}

/// The macro's word for a group of fields of which one should be set.
const EXPECT_ONE: &str = "expect_one";

/// The macro that reads and writes the struct.
fn write_object(scope: &mut Scope, def: &TypeDef, shape: &Struct, out: &mut String) {
    let object = scope.macro_name("object");
    let rows: Vec<_> = shape.fields.iter().map(row).collect();
    let mut clauses = Vec::new();
    if !shape.constants.is_empty() {
        let constants: Vec<_> = shape.constants.iter().map(constant).collect();
        clauses.push(format!("constants {{ {} }}", constants.join(", ")));
    }
    if let Some(rest) = &shape.rest {
        clauses.push(format!("rest {}", rest.name));
    }
    let mut last = "";
    for (word, fields) in rules(shape) {
        // The macro takes the groups of `expect_one` in one clause.
        let head = if word == last && word == EXPECT_ONE {
            ""
        } else {
            word
        };
        let fields = fields.join(", ");
        clauses.push(format!("{head} {{ {fields} }}").trim_start().to_owned());
        last = word;
    }
    let tail = layout::tail(&clauses);
    layout::group(
        out,
        "",
        &format!("{object}! {{ {} {{", def.name),
        &rows,
        &tail,
    );
}

/// The rules by the macro's words; those for each pair of words come in the macro's order.
fn rules(shape: &Struct) -> Vec<(&'static str, Vec<String>)> {
    let names = |fields: &[usize]| -> Vec<String> {
        fields
            .iter()
            .filter_map(|index| shape.fields.get(*index))
            .map(named)
            .collect()
    };
    let mut rules: Vec<_> = shape
        .rules
        .iter()
        .map(|rule| match rule {
            Rule::AtMostOne(fields) => ("at_most_one", names(fields)),
            Rule::ExpectOne(fields) => (EXPECT_ONE, names(fields)),
        })
        .collect();
    rules.sort_by_key(|(word, _)| *word);
    rules
}

fn row(field: &Field) -> String {
    let word = match field.presence {
        Presence::Required if matches!(field.ty, Type::List(_)) => "list",
        Presence::Required => "required",
        Presence::Optional => "optional",
        Presence::RequiredNullable => "nullable",
        Presence::OptionalNullable => "maybe",
        Presence::OrEmpty => "or_empty",
    };
    format!("{word} {}", named(field))
}

/// The field's name, and the member's where that is another one.
fn named(field: &Field) -> String {
    let (source, wire) = (field.name.source(), field.name.wire());
    if source == wire {
        source
    } else {
        format!("{source} = {}", layout::literal(wire))
    }
}

fn constant(constant: &Constant) -> String {
    let value = match &constant.value {
        Literal::Str(text) => format!("Str({})", layout::literal(text)),
        Literal::Int(number) => format!("Int({number})"),
        Literal::Bool(truth) => format!("Bool({truth})"),
    };
    format!("{}: {value}", layout::literal(&constant.wire))
}
