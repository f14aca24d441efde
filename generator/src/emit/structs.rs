//! Structs: fields, the line that reads and writes them, constructors and setters.

use super::scope::Scope;
use super::{code, docs, endpoints, layout, markdown, types, unions};
use crate::ir::{
    Access, Constant, Docs, EnumBase, Field, Literal, Presence, Rule, Scalar, Shape, Struct, Type,
    TypeDef, Usage,
};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// Names of methods that a setter may not take.
const TAKEN: [&str; 15] = [
    "borrow",
    "clone",
    "clone_from",
    "default",
    "eq",
    "fmt",
    "from",
    "into",
    "ne",
    "new",
    "to_owned",
    "try_from",
    "try_into",
    "type_id",
    "write_with_tag",
];

/// Writes a struct.
pub(crate) fn write(scope: &mut Scope, def: &TypeDef, shape: &Struct, out: &mut String) {
    let required = if def.usage.request {
        required(shape)
    } else {
        Vec::new()
    };
    let default = def.usage.request
        && required.is_empty()
        && !shape.fields.iter().any(|field| field.fixed.is_some());
    let mut notes = rule_notes(shape);
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
        let rules = field_rules(shape, index);
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
        write_constructor(scope, def, shape, &required, default, out);
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
            notes.push(format!("Server default: {}", markdown::code(default)));
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
    docs::push_notes(&mut lines, &notes);
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

/// What the rules across members say of one of them.
fn field_rules(shape: &Struct, index: usize) -> Vec<String> {
    let others = |fields: &[usize], word: &str| -> String {
        let names: Vec<_> = fields
            .iter()
            .filter(|other| **other != index)
            .filter_map(|other| shape.fields.get(*other))
            .map(|field| markdown::code(field.name.as_str()))
            .collect();
        listed(&names, word)
    };
    let told = shape.rules.iter().filter_map(|rule| match rule {
        Rule::AtMostOne(fields) if fields.contains(&index) => {
            Some(format!("Not together with {}.", others(fields, "or")))
        }
        Rule::ExpectOne(fields) if fields.contains(&index) => Some(format!(
            "One of this and {} should be set.",
            others(fields, "and")
        )),
        Rule::AtMostOne(_) | Rule::ExpectOne(_) => None,
    });
    told.collect()
}

/// `a`, `b` and `c`.
fn listed(names: &[String], word: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [many @ .., last] => format!("{} {word} {last}", many.join(", ")),
    }
}

fn rule_notes(shape: &Struct) -> Vec<String> {
    let names = |fields: &[usize]| -> String {
        let names: Vec<_> = fields
            .iter()
            .filter_map(|index| shape.fields.get(*index))
            .map(|field| markdown::code(field.name.as_str()))
            .collect();
        listed(&names, "and")
    };
    let mut notes = Vec::new();
    for rule in &shape.rules {
        notes.push(match rule {
            Rule::AtMostOne(fields) => format!(
                "At most one of {} may be set;\nmore than one is an error before anything is sent.",
                names(fields)
            ),
            Rule::ExpectOne(fields) => format!(
                "One of {} should be set;\na strict client refuses a request without any of them.",
                names(fields)
            ),
        });
    }
    notes
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
    (!members.is_empty()).then(|| format!("Always has {}.", listed(&members, "and")))
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
            .map(|field| field.name.source())
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
        Presence::Required => "required",
        Presence::Optional => "optional",
        Presence::RequiredNullable => "nullable",
        Presence::OptionalNullable => "maybe",
        Presence::OrEmpty => "or_empty",
    };
    let (source, wire) = (field.name.source(), field.name.wire());
    if source == wire {
        format!("{word} {source}")
    } else {
        format!("{word} {source} = {}", layout::literal(wire))
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

/// The fields that a caller must give, in order of their wire names.
pub(crate) fn required(shape: &Struct) -> Vec<&Field> {
    let must = |field: &&Field| {
        matches!(
            field.presence,
            Presence::Required | Presence::RequiredNullable
        ) && field.fixed.is_none()
    };
    let mut fields: Vec<_> = shape.fields.iter().filter(must).collect();
    fields.sort_by(|a, b| a.name.wire().cmp(b.name.wire()));
    fields
}

/// Whether required fields are few, and so different that no two could change places unnoticed.
fn are_arguments(scope: &mut Scope, required: &[&Field]) -> bool {
    let kinds: BTreeSet<_> = required
        .iter()
        .map(|field| match literal_of(scope, field) {
            Some(literal) => literal.to_owned(),
            None => field_type(scope, field),
        })
        .collect();
    required.len() <= 3 && kinds.len() == required.len()
}

/// The kind of literal that a field's argument takes, whatever its type.
fn literal_of(scope: &Scope, field: &Field) -> Option<&'static str> {
    if field.presence == Presence::RequiredNullable {
        return None;
    }
    let context = scope.context;
    match context.resolve(&field.ty) {
        Type::Json => Some("text"),
        Type::Scalar(scalar) => match context.scalar(*scalar) {
            Scalar::String | Scalar::Secret => Some("text"),
            scalar if endpoints::is_number(scalar) => Some("integer"),
            _ => None,
        },
        Type::Named(id) => match &context.api.types.get(*id).shape {
            Shape::Enum(shape) => (shape.base == EnumBase::Str).then_some("text"),
            Shape::Union(shape) => unions::takes_text(context, shape).then_some("text"),
            Shape::Struct(_)
            | Shape::Overlap(_)
            | Shape::Tuple(_)
            | Shape::Alias(_)
            | Shape::Newtype(_) => None,
        },
        Type::List(_) | Type::Map(_) => None,
    }
}

fn write_constructor(
    scope: &mut Scope,
    def: &TypeDef,
    shape: &Struct,
    required: &[&Field],
    default: bool,
    out: &mut String,
) {
    let name = def.name.as_str();
    let arguments = are_arguments(scope, required);
    let struct_name = if arguments {
        None
    } else {
        Some(required_name(scope, name))
    };
    if let Some(struct_name) = &struct_name {
        write_required(scope, name, struct_name, required, out);
    }
    let _ = writeln!(out, "\nimpl {name} {{");
    if default {
        out.push_str(
            "    /// Nothing set.\n    pub fn new() -> Self {\n        Self::default()\n    }\n",
        );
    } else {
        write_new(scope, shape, required, struct_name.as_deref(), out);
    }
    write_setters(scope, shape, out);
    out.push_str("}\n");
    if !default && required.is_empty() {
        let _ = writeln!(
            out,
            "\nimpl Default for {name} {{\n    fn default() -> Self {{\n        Self::new()\n    }}\n}}"
        );
    }
}

/// The name of the struct of required fields: one that no type has.
fn required_name(scope: &Scope, name: &str) -> String {
    let names = &scope.context.names;
    let mut candidate = format!("{name}Required");
    while names.contains(candidate.as_str()) {
        candidate.push_str("Fields");
    }
    candidate
}

/// The name of a type's struct of required fields, where it has one.
pub(crate) fn required_struct(scope: &mut Scope, def: &TypeDef) -> Option<String> {
    let Shape::Struct(shape) = &def.shape else {
        return None;
    };
    let required = required(shape);
    (def.usage.request && !are_arguments(scope, &required))
        .then(|| required_name(scope, def.name.as_str()))
}

fn write_required(
    scope: &mut Scope,
    name: &str,
    struct_name: &str,
    required: &[&Field],
    out: &mut String,
) {
    let _ = writeln!(
        out,
        "\n/// What every [`{name}`] has.\n{}pub struct {struct_name} {{",
        types::DERIVE
    );
    for field in required {
        let lines = in_short(scope, name, field);
        docs::write(out, "    ", &lines);
        let ty = field_type(scope, field);
        let _ = writeln!(out, "    pub {}: {ty},", field.name);
    }
    out.push_str("}\n");
}

/// The first paragraph of a field's documentation where it is one line, and what a server asks of the
/// value in a line more; else a link to it.
fn in_short(scope: &Scope, name: &str, field: &Field) -> Vec<String> {
    let prose = Docs {
        notes: Vec::new(),
        ..field.docs.clone()
    };
    let (wire, rust) = (field.name.wire(), field.name.as_str());
    let said = docs::member(&prose, wire, &scope.context.fallback(rust, wire));
    let line = match &said[..] {
        [] => return field.docs.notes.clone(),
        [line] => line,
        [line, blank, ..] if blank.is_empty() => line,
        _ => return vec![format!("See [`{name}::{rust}`](field@{name}::{rust}).")],
    };
    let facts = field.docs.notes.join(" ");
    if facts.is_empty() || facts.len() > docs::LONGEST_LINE {
        return vec![line.clone()];
    }
    let facts = docs::filled(&[docs::closed(line.clone()), facts]);
    facts.lines().map(str::to_owned).collect()
}

/// `pub fn new(…) -> Self { Self { … } }`.
fn write_new(
    scope: &mut Scope,
    shape: &Struct,
    required: &[&Field],
    required_struct: Option<&str>,
    out: &mut String,
) {
    let arguments: Vec<_> = match required_struct {
        Some(name) => vec![format!("required: {name}")],
        None => required
            .iter()
            .map(|field| format!("{}: {}", field.name, argument(scope, field)))
            .collect(),
    };
    out.push_str(if required.is_empty() {
        "    /// Nothing set but what has only one value.\n"
    } else if shape.fields.len() == required.len() && shape.rest.is_none() {
        "    /// With all its members.\n"
    } else if shape.fields.iter().any(|field| field.fixed.is_some()) {
        "    /// With the members that must be set. Those of one value have it; the others start unset.\n"
    } else {
        "    /// With the members that must be set; the others start unset.\n"
    });
    if shape.fields.iter().any(|field| field.deprecated) {
        out.push_str(
            "    #[expect(deprecated, reason = \"deprecated members start unset too\")]\n",
        );
    }
    code::signature(4, "new", &arguments, "Self", out);
    let (given, unset) = initial(scope, shape, required, required_struct);
    if unset.is_empty() {
        code::literal(8, "Self", &given, out);
    } else {
        let new = format!("{}!", scope.macro_name("new"));
        let marks = [&format!("{new} {{ Self {{"), "} unset {", "} }"];
        layout::groups(out, "        ", marks, [&given, &unset]);
    }
    out.push_str("    }\n");
}

/// The members of a new struct with their values, and those that start unset.
fn initial(
    scope: &mut Scope,
    shape: &Struct,
    required: &[&Field],
    required_struct: Option<&str>,
) -> (Vec<String>, Vec<String>) {
    let member = |name: String, value: String| {
        if name == value {
            name
        } else {
            format!("{name}: {value}")
        }
    };
    let (mut values, mut unset) = (Vec::new(), Vec::new());
    for field in &shape.fields {
        let is_required = required.iter().any(|other| std::ptr::eq(*other, field));
        let value = match (is_required, required_struct, &field.fixed) {
            (true, Some(_), _) => format!("required.{}", field.name),
            (true, None, _) => given(scope, field),
            (false, _, Some(literal)) => only_value(scope, field, literal),
            (false, _, None) => {
                unset.push(field.name.source());
                continue;
            }
        };
        values.push(member(field.name.source(), value));
    }
    unset.extend(shape.rest.iter().map(|rest| rest.name.source()));
    (values, unset)
}

/// The argument that gives a required field.
fn argument(scope: &mut Scope, field: &Field) -> String {
    if field.presence == Presence::RequiredNullable {
        let ty = scope.ty(&field.ty);
        return format!("Option<{ty}>");
    }
    scope.argument(&field.ty, field.boxed)
}

/// The value of a required field from its argument.
fn given(scope: &mut Scope, field: &Field) -> String {
    let name = field.name.source();
    if field.presence == Presence::RequiredNullable {
        return if field.boxed {
            format!("{name}.map(Box::new)")
        } else {
            name
        };
    }
    let converts = scope.argument(&field.ty, field.boxed).starts_with("impl ");
    match (field.boxed, converts) {
        (true, _) => format!("Box::new({name}.into())"),
        (false, true) => format!("{name}.into()"),
        (false, false) => name,
    }
}

/// A field that has only one value, absence and null included.
fn only_value(scope: &mut Scope, field: &Field, literal: &Literal) -> String {
    let value = fixed(scope, &field.ty, literal);
    match field.presence {
        Presence::Required | Presence::OrEmpty => value,
        Presence::Optional | Presence::RequiredNullable => format!("Some({value})"),
        Presence::OptionalNullable => format!("{}::Value({value})", scope.runtime("Maybe")),
    }
}

/// The one value of a field.
fn fixed(scope: &Scope, ty: &Type, literal: &Literal) -> String {
    let plain =
        matches!(scope.context.resolve(ty), Type::Scalar(scalar) if *scalar != Scalar::String);
    match literal {
        Literal::Str(text) => format!("{}.into()", layout::literal(text)),
        Literal::Int(number) if plain => number.to_string(),
        Literal::Int(number) => format!("{number}_i128.into()"),
        Literal::Bool(truth) if plain => truth.to_string(),
        Literal::Bool(truth) => format!("{truth}.into()"),
    }
}

/// The setter of a field: its name, and the field's where the two differ or the name is a raw one.
pub(crate) fn setter_name(name: &str, source: &str) -> String {
    if TAKEN.contains(&name) {
        format!("{name}_ = {source}")
    } else if source != name {
        format!("{source} as {name}")
    } else {
        source.to_owned()
    }
}

fn write_setters(scope: &mut Scope, shape: &Struct, out: &mut String) {
    let fields: Vec<_> = shape
        .fields
        .iter()
        .filter(|field| has_setter(field))
        .collect();
    if fields.is_empty() && shape.rest.is_none() {
        return;
    }
    let setters = scope.macro_name("setters");
    let mut rows: Vec<_> = fields
        .iter()
        .flat_map(|field| setter_rows(scope, shape, field))
        .collect();
    if let Some(rest) = &shape.rest {
        let setter = setter_name(rest.name.as_str(), &rest.name.source());
        let (map, ty) = (scope.map(), scope.item(&rest.item));
        rows.push(format!("plain {setter}: impl Into<{map}<String, {ty}>>"));
    }
    out.push('\n');
    layout::group(out, "    ", &format!("{setters}! {{"), &rows, "}");
}

pub(crate) fn has_setter(field: &Field) -> bool {
    let settable = match field.presence {
        Presence::Required | Presence::RequiredNullable => false,
        Presence::Optional | Presence::OptionalNullable | Presence::OrEmpty => true,
    };
    settable && field.access != Access::ReadOnly
}

/// The setter of a field's null: a name that no field has.
pub(crate) fn null_setter(shape: &Struct, field: &Field) -> String {
    // Two underscores in a row are no snake case.
    let mut null = format!("{}_null", field.name.as_str().trim_end_matches('_'));
    while shape.fields.iter().any(|other| other.name.as_str() == null) {
        null.push('_');
    }
    null
}

fn setter_rows(scope: &mut Scope, shape: &Struct, field: &Field) -> Vec<String> {
    let name = field.name.as_str();
    let setter = setter_name(name, &field.name.source());
    let ty = scope.argument(&field.ty, field.boxed);
    let deprecated = if field.deprecated {
        "#[deprecated] "
    } else {
        ""
    };
    let word = match (field.presence, field.boxed) {
        (Presence::OptionalNullable, false) => "maybe",
        (Presence::OptionalNullable, true) => "maybe_boxed",
        (Presence::OrEmpty, _) => "plain",
        (_, false) => "optional",
        (_, true) => "boxed",
    };
    let mut rows = vec![format!("{deprecated}{word} {setter}: {ty}")];
    if field.presence == Presence::OptionalNullable {
        let null = null_setter(shape, field);
        let source = field.name.source();
        let plain = if source == name {
            String::new()
        } else {
            format!(" as {name}")
        };
        rows.push(format!("{deprecated}null {null}{plain} = {source}"));
    }
    rows
}
