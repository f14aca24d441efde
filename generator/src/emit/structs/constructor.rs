//! Constructors: required fields as arguments where they are few and different, else as a struct.

use super::{docs, field_type, layout, setters};
use crate::emit::kept::{self, Kept};
use crate::emit::scope::{Context, Scope};
use crate::emit::{code, types};
use crate::ir::{self, Docs, Field, Literal, Presence, Scalar, Shape, Struct, Type, TypeDef};
use std::fmt::Write as _;

/// Writes the constructor and the setters, and the struct of required fields where there is one.
pub(super) fn write(
    scope: &mut Scope,
    def: &TypeDef,
    shape: &Struct,
    required: &[&Field],
    default: bool,
    out: &mut String,
) {
    let name = def.name.as_str();
    let arguments = ir::are_arguments(
        &scope.context.api.types,
        &scope.context.config.plain,
        required,
    );
    let struct_name = if arguments {
        None
    } else {
        Some(required_name(scope.context, name))
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
    setters::write(scope, shape, out);
    out.push_str("}\n");
    if !default && required.is_empty() {
        let _ = writeln!(
            out,
            "\nimpl Default for {name} {{\n    fn default() -> Self {{\n        Self::new()\n    }}\n}}"
        );
    }
}

/// The name of the struct of required fields: one that no type has.
pub(crate) fn required_name(context: &Context, name: &str) -> String {
    let names = &context.names;
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
    let required = shape.required();
    let context = scope.context;
    (def.usage.request && !ir::are_arguments(&context.api.types, &context.config.plain, &required))
        .then(|| required_name(scope.context, def.name.as_str()))
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
        "\n/// The required members of [`{name}`].\n{}pub struct {struct_name} {{",
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
    let has_unset = shape.rest.is_some()
        || shape
            .fields
            .iter()
            .any(|field| field.fixed.is_none() && field.has_setter());
    out.push_str(if required.is_empty() {
        "    /// Nothing set but what has only one value.\n"
    } else if shape.fields.len() == required.len() && shape.rest.is_none() {
        "    /// With all its members.\n"
    } else if !has_unset {
        "    /// With the members that must be set; those of one value have it.\n"
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
    kept::named(scope, &field.ty, field.boxed).argument()
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
    match kept::named(scope, &field.ty, field.boxed) {
        _ if field.boxed => format!("Box::new({name}.into())"),
        Kept::Plain(_) => name,
        Kept::Into(_) => format!("{name}.into()"),
        Kept::List { .. } => format!("{}::list({name})", scope.runtime("given")),
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
